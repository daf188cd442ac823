import Link from 'next/link'
import { AwardMark } from '@/components/awards/award-mark'
import { Money } from '@/components/money/money'
import { SectionHead } from '@/components/ui/section-head'
import { TableFrame } from '@/components/ui/table'
import { orderWords } from '@/domain/awards/next-act'
import { passSentence } from '@/domain/awards/pass-words'
import type { loadManaged } from './load-award'

type Award = Awaited<ReturnType<typeof loadManaged>>['award']

/** Everyone the name was offered to, in order, and who was passed over on the way (R7.8). Nothing while there is one. */
export function InOrder({ award: { id, inOrder } }: { award: Award }) {
  if (inOrder.length < 2) return null
  return (
    <section aria-labelledby="in-order">
      <SectionHead title="Offered in order" id="in-order" minor />
      <TableFrame label="Offered in order">
        <table className="tbl cards">
          <thead>
            <tr>
              <th scope="col">Order</th>
              <th scope="col">To</th>
              <th scope="col" className="n">
                Price
              </th>
              <th scope="col">State</th>
            </tr>
          </thead>
          <tbody>
            {inOrder.map((each) => (
              <tr key={each.id}>
                <td>{orderWords(each.rank)}</td>
                <td data-label="To">
                  {each.id === id ? (
                    each.organisation
                  ) : (
                    <Link href={`/admin/awards/${each.id}`} prefetch={false}>
                      {each.organisation}
                    </Link>
                  )}
                  {each.passedOver.map((passed) => (
                    <small key={passed.paddle} className="muted block">
                      {passSentence(passed)}
                    </small>
                  ))}
                </td>
                <td className="n" data-label="Price">
                  <Money minor={each.priceMinor} />
                </td>
                <td data-label="State">
                  <AwardMark state={each.state} />
                  {each.endReason && <small className="muted block">{each.endReason}</small>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </section>
  )
}
