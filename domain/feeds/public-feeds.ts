import { desc, eq } from 'drizzle-orm'
import { database, type Reader } from '@/db/client'
import { applications } from '@/db/schema/applications'
import { results } from '@/db/schema/auctions'
import { organisations } from '@/db/schema/people'
import { announcements, lots, phases, rounds } from '@/db/schema/rounds'
import { isAnnounced } from '@/domain/rounds/is-announced'
import { roundPath } from '@/domain/rounds/round-address'
import { formatMoney } from '@/lib/money'
import { type AtomEntry, writeAtom } from './write-atom'

/** A reader asks often enough to miss nothing of so many. */
const MOST = 100

/** What was announced in rounds, newest first. */
export async function announcementsFeed(origin: string, db: Reader = database()): Promise<string> {
  const rows = await db
    .select({
      id: announcements.id,
      at: announcements.at,
      text: announcements.text,
      phase: phases.number,
      number: rounds.number,
    })
    .from(announcements)
    .innerJoin(rounds, eq(rounds.id, announcements.roundId))
    .innerJoin(phases, eq(phases.id, rounds.phaseId))
    .where(isAnnounced)
    .orderBy(desc(announcements.at), desc(announcements.id))
    .limit(MOST)
  const entries = rows.map(({ id, at, text, ...round }): AtomEntry => {
    const title = `Round ${round.number} of phase ${round.phase}`
    return {
      id: idOf(origin, `announcement/${id}`),
      title,
      updated: at,
      url: `${origin}${roundPath(round)}`,
      text,
    }
  })
  return write(origin, 'announcements', 'Announcements', '/rounds', entries)
}

/** Results from the moment they are final (R3.3), newest first. */
export async function resultsFeed(origin: string, db: Reader = database()): Promise<string> {
  const rows = await db
    .select({
      lotId: results.lotId,
      label: lots.label,
      outcome: results.outcome,
      priceMinor: results.priceMinor,
      winner: organisations.legalName,
      finalAt: results.finalAt,
      phase: phases.number,
      number: rounds.number,
    })
    .from(results)
    .innerJoin(lots, eq(lots.id, results.lotId))
    .innerJoin(rounds, eq(rounds.id, results.roundId))
    .innerJoin(phases, eq(phases.id, rounds.phaseId))
    .leftJoin(applications, eq(applications.id, results.winnerApplicationId))
    .leftJoin(organisations, eq(organisations.id, applications.organisationId))
    .where(eq(rounds.state, 'final'))
    .orderBy(desc(results.finalAt), desc(results.lotId))
    .limit(MOST)
  const entries = rows.map((row): AtomEntry => {
    const { lotId, label, winner, priceMinor, finalAt } = row
    const won = winner !== null && priceMinor !== null
    return {
      id: idOf(origin, `result/${lotId}`),
      title: won ? `${label}.org: ${formatMoney(priceMinor)}` : `${label}.org: ${row.outcome}`,
      updated: finalAt,
      url: `${origin}/results/${lotId}`,
      text: `${won ? `Awarded to ${winner}` : 'Not awarded'} in round ${row.number} of phase ${row.phase}.`,
    }
  })
  return write(origin, 'results', 'Results', '/results', entries)
}

function write(origin: string, name: string, title: string, path: string, entries: AtomEntry[]): string {
  return writeAtom({
    id: idOf(origin, name),
    title: `Short names in .ORG: ${title.toLowerCase()}`,
    self: `${origin}/feeds/${name}.atom`,
    url: `${origin}${path}`,
    entries,
  })
}

/** A tag URI (RFC 4151): it stays when addresses on the site change. */
function idOf(origin: string, what: string): string {
  return `tag:${new URL(origin).hostname},2026:${what}`
}
