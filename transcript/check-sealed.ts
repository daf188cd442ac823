import { checkCustody } from './check-custody'
import type { Decisions } from './check-decisions'
import { checkSealedBids } from './check-sealed-bids'
import { checkSealedEvents } from './check-sealed-events'
import type { Told, ToldEvent } from './read-entries'
import type { RoundFile } from './round-file'
import type { Check, SealedVerdict, Wrong } from './verdict'

type Sealed = { checks: Check[]; wrong: Wrong[]; verdict: SealedVerdict }

/** Custodians, sealed bids and what became of them; undefined in formats whose bids are not sealed. */
export async function checkSealed(
  told: Told,
  file: RoundFile,
  { configuration }: Decisions,
): Promise<Sealed | undefined> {
  const formats = [configuration?.format, ...[...told.lots.values()].map(formatOf)]
  if (!file.sealed && !formats.some((format) => String(format).startsWith('sealed-'))) return undefined
  try {
    const custody = checkCustody(told, file.round.id)
    const { checks, wrong, bids, opened } = await checkSealedBids(file, told, configuration, custody)
    const events = checkSealedEvents(told.lots, file.lots, bids)
    const voids = bids.flatMap(({ lot, paddle, content, entry }) => {
      const label = file.lots.find(({ id }) => id === lot)?.label ?? ''
      const isVoid = typeof content === 'object' && 'void' in content
      return isVoid ? [{ label, paddle, reason: content.void, entry: entry ?? 0 }] : []
    })
    const proven = [...(custody.key?.proven.keys() ?? [])].sort()
    const released = [...custody.released].sort()
    return {
      checks: [...custody.checks, ...checks],
      wrong: [...custody.wrong, ...wrong, ...events],
      verdict: { bids: bids.length, opened, voids, proven, released },
    }
  } catch {
    const wrong = [
      { entry: null, problem: 'What the file tells of its sealed bids is not of the shape it should have.' },
    ]
    return { checks: [], wrong, verdict: { bids: 0, opened: 0, voids: [], proven: [], released: [] } }
  }
}

function formatOf([opened]: readonly ToldEvent[]): string | undefined {
  return opened?.event.type === 'auction-opened' ? opened.event.terms.format : undefined
}
