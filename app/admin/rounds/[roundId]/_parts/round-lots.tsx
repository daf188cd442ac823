import { LabelName } from '@/components/labels/label-name'
import { Money } from '@/components/money/money'
import { EmptyState } from '@/components/ui/empty-state'
import { SectionHead } from '@/components/ui/section-head'
import { Status } from '@/components/ui/status'
import { TableFrame } from '@/components/ui/table'
import type { LotState } from '@/db/schema/rounds'
import { heldLot } from '@/domain/lots/held-lot'
import { LabelLink } from '../../../_parts/label-link'
import type { FoundRound } from './read-round'

const lotStateWords: Record<LotState | 'suspended', string> = {
  suspended: 'Suspended',
  waiting: 'Waiting',
  open: 'Bidding now',
  closed: 'Closed',
  final: 'Final',
  cancelled: 'Cancelled',
}
const lotStatus = {
  suspended: 'closed',
  waiting: 'released',
  open: 'live',
  closed: 'closed',
  final: 'awarded',
  cancelled: 'reserved',
} as const satisfies Record<LotState | 'suspended', string>
const outcomeWords = {
  sold: 'Sold',
  allotted: 'Allotted at the reserve',
  unsold: 'Unsold',
  returned: 'Returned, no applicant',
} as const

/** The names of the round with reserve, state and what came of them. */
export function RoundLots({ lots, round }: Pick<FoundRound, 'lots' | 'round'>) {
  return (
    <section aria-labelledby="names">
      <SectionHead title="Names" id="names" minor>
        {lots.length}
      </SectionHead>
      {lots.length === 0 ? (
        <EmptyState title="No name yet">Add released names before the round is approved.</EmptyState>
      ) : (
        <TableFrame label="Names of the round">
          <table className="tbl tight">
            <caption className="sr-only">Names of the round</caption>
            <thead>
              <tr>
                <th scope="col">Name</th>
                <th scope="col" className="n pe-6">
                  Reserve, US$
                </th>
                <th scope="col">State</th>
                <th scope="col" className="n pe-6">
                  Price, US$
                </th>
                <th scope="col">Outcome</th>
              </tr>
            </thead>
            <tbody>
              {lots.map(({ lot }) => {
                const { state } = heldLot(lot, round)
                const price = lot.finalPriceMinor ?? lot.priceMinor
                return (
                  <tr key={lot.id}>
                    <th scope="row">
                      <LabelLink label={lot.label}>
                        <LabelName label={lot.label} />
                      </LabelLink>
                    </th>
                    <td className="n pe-6">
                      <Money minor={lot.reserveMinor} plain />
                    </td>
                    <td>
                      <Status status={lotStatus[state]} word={lotStateWords[state]} />
                    </td>
                    <td className="n pe-6">{price === null ? '–' : <Money minor={price} plain />}</td>
                    <td>{lot.outcome ? outcomeWords[lot.outcome] : '–'}</td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </TableFrame>
      )}
    </section>
  )
}
