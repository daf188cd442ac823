import { When } from '@/components/time/when'
import { AtRegistryNote } from '@/components/transfers/at-registry'
import { SectionHead } from '@/components/ui/section-head'
import type { BuildOutInFull } from '@/domain/commitments/read-build-out'

const words = { requested: 'Waits for a decision', approved: 'Approved', refused: 'Refused' }

/** The transfers that were asked for, and how they were decided (R12.3). Nothing where there is none. */
export function Passing({ found: { transfers }, zone }: { found: BuildOutInFull; zone: string }) {
  if (transfers.length === 0) return null
  return (
    <section className="mt-8" aria-labelledby="passing">
      <SectionHead title="To another registrant" id="passing" minor />
      <ul className="mt-3">
        {transfers.map(({ id, to, state, agreedAt, requestedAt, reason, registry }) => (
          <li key={id} className="task">
            <span>
              To {to}
              <small>
                Asked <When at={requestedAt} zone={zone} />
              </small>
              {reason && <small>{reason}</small>}
              {registry && <AtRegistryNote registry={registry} zone={zone} />}
            </span>
            <span className="task-state">
              {state === 'requested' && !agreedAt ? `Waits until ${to} agrees` : words[state]}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
