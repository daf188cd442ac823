import { setTimeout as pause } from 'node:timers/promises'

/**
 * What became of a round that was made final: its results, and the letters about them.
 * @returns {Promise<{allSent: () => Promise<boolean>, problems: () => Promise<string[]>}>} allSent waits for at most half a
 *   minute; problems: a sentence for each thing that is not there exactly once
 */
export async function followLetters({ database, mail }, { round, lots, bidders }) {
  const { default: postgres } = await import('postgres')
  const expected = bidders.reduce((sum, each) => sum + each.lots.length, 0)
  const ask = async (question) => {
    const sql = postgres(database.url, { max: 1, onnotice: () => {} })
    try {
      return await question(sql)
    } finally {
      await sql.end({ timeout: 5 })
    }
  }
  const lettersIn = (sql) => sql`
    select id, "to", sent_at from mail_outbox
    where effect = any(select 'result:' || lot || ':' || m.user_id from unnest(${lots}::text[]) lot
      join lot_bidders x on x.lot_id = lot join bidders b on b.id = x.bidder_id
      join memberships m on m.organisation_id = b.organisation_id)`
  return {
    allSent: () =>
      ask(async (sql) => {
        for (const until = performance.now() + 30_000; performance.now() < until; await pause(50)) {
          const letters = await lettersIn(sql)
          if (letters.length === expected && letters.every(({ sent_at: at }) => at)) return true
        }
        return false
      }),
    problems: () =>
      ask(async (sql) => {
        const letters = await lettersIn(sql)
        const [kept] = await sql`
          select (select count(*)::int from results where lot_id = any(${lots})) as results,
            (select count(*)::int from lots where id = any(${lots}) and outcome = 'sold') as sold,
            (select count(*)::int from round_moves where round_id = ${round} and "to" = 'final') as finals,
            (select count(*)::int from label_moves where round_id = ${round} and "to" = 'awarded') as awards`
        const unsent = letters.filter(({ sent_at: at }) => !at)
        const astray = letters.filter(({ id, to }) => taken(mail, id)?.to !== to)
        return [
          kept.results !== lots.length && `${kept.results} results of ${lots.length} lots.`,
          kept.finals !== 1 && `The round became final ${kept.finals} times.`,
          kept.awards !== kept.sold && `${kept.awards} awards of ${kept.sold} lots that were sold.`,
          letters.length !== expected && `${letters.length} letters, and ${expected} were due.`,
          unsent.length > 0 && `${unsent.length} letters were not sent.`,
          astray.length > 0 && `${astray.length} letters did not reach their reader.`,
        ].filter(Boolean)
      }),
  }
}

/** A letter that was handed over twice has one Message-ID: its reader has it once. */
function taken({ taken: letters }, id) {
  return [...letters].find(([messageId]) => messageId.startsWith(`${id}@`))?.[1]
}
