import { When } from '@/components/time/when'
import { SectionHead } from '@/components/ui/section-head'
import { TableFrame } from '@/components/ui/table'
import type { PublicLabel } from '@/domain/labels/public-label'

/** Every move the name ever made, newest first, down to the agreement that reserved it (R1.4). */
export function Provenance({ name, zone }: { name: PublicLabel; zone: string }) {
  return (
    <section aria-labelledby="provenance">
      <SectionHead title="Where this name has been" id="provenance" minor />
      <TableFrame label="Where this name has been">
        <table className="tbl">
          <caption className="sr-only">All moves of {name.label}.org, newest first</caption>
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col">What</th>
              <th scope="col">By</th>
            </tr>
          </thead>
          <tbody>
            {name.history.map(({ id, at, what, by }) => (
              <tr key={id}>
                <td className="soft align-top! md:whitespace-nowrap md:pr-8">
                  <When at={at} zone={zone} />
                </td>
                <td className="align-top!">{what}</td>
                <td className="soft align-top! whitespace-nowrap">{by}</td>
              </tr>
            ))}
            <Beginning before={name.state === 'registered-before-programme'} />
          </tbody>
        </table>
      </TableFrame>
    </section>
  )
}

/** Where every label of the pool begins; a name registered before it never was in the pool. */
function Beginning({ before }: { before: boolean }) {
  if (before)
    return (
      <tr>
        <td className="soft">Before 1 March 2012</td>
        <td>Registered before the Programme; never in the pool (R1.4)</td>
        <td className="soft">–</td>
      </tr>
    )
  return (
    <tr>
      <td className="soft">
        <time dateTime="2012-03-01">1 March 2012</time>
      </td>
      <td>Held in reserve under Appendix 6.B of the .ORG Registry Agreement, as amended (Amendment No. 4)</td>
      <td className="soft">Agreement</td>
    </tr>
  )
}
