import { SectionHead } from '@/components/ui/section-head'
import { voidWords } from '@/domain/sealing/rules'
import type { VoidReason } from '@/sealing/open'
import type { SealedVerdict } from '@/transcript/verdict'

/** Of a sealed round: who held the key, how many bids were opened here, and which were void. */
export function TellSealed({ sealed: { bids, opened, voids, proven, released } }: { sealed: SealedVerdict }) {
  return (
    <section className="mt-8" aria-labelledby="sealed">
      <SectionHead title="The sealed bids" id="sealed" minor />
      <p className="soft mt-3">
        {bids === 0
          ? 'Nobody handed in a sealed bid.'
          : opened > 0
            ? `${opened} sealed bids were opened again on your device, with the secret that was published after the close.`
            : 'Their secret went to the auditor alone, so they were not opened here.'}{' '}
        {proven.length > 0 &&
          `Before bidding, the custodians of shares ${inWords(proven)} proved that they held theirs. `}
        {released.length > 0 && `After the close, those of ${inWords(released)} released them.`}
      </p>
      {voids.length > 0 && (
        <ul className="mt-3">
          {voids.map(({ label, paddle, reason, entry }) => (
            <li key={entry} className="border-hairline border-b py-2">
              <b>
                {label}.org, paddle {paddle}, void.
              </b>{' '}
              {voidWords[reason as VoidReason] ?? reason} <span className="muted small">Entry {entry}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function inWords(numbers: readonly number[]): string {
  return numbers.join(', ').replace(/, (\d+)$/, ' and $1')
}
