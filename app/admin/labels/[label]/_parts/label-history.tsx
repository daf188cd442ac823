import { When } from '@/components/time/when'
import { EmptyState } from '@/components/ui/empty-state'
import { SectionHead } from '@/components/ui/section-head'
import { TableFrame } from '@/components/ui/table'
import { labelStateWords } from '@/domain/labels/release-words'
import type { OfficerLabel } from './label-facts'

/** Every move of the name, as everyone can read it (R1.4). */
export function LabelHistory({ moves, zone }: { moves: OfficerLabel['moves']; zone: string }) {
  return (
    <section aria-labelledby="history">
      <SectionHead title="Where this name has been" id="history" minor />
      {moves.length === 0 ? (
        <EmptyState title="It has never moved" sorts={false} />
      ) : (
        <TableFrame label="Moves of this name">
          <table className="tbl tight">
            <caption className="sr-only">Moves of this name, newest first</caption>
            <thead>
              <tr>
                <th scope="col">When</th>
                <th scope="col">From</th>
                <th scope="col">To</th>
                <th scope="col">What everyone reads</th>
              </tr>
            </thead>
            <tbody>
              {moves.map((move) => (
                <tr key={move.id}>
                  <td className="whitespace-nowrap">
                    <When at={move.at} zone={zone} />
                  </td>
                  <td>{labelStateWords[move.from]}</td>
                  <td>{labelStateWords[move.to]}</td>
                  <td>{move.note}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableFrame>
      )}
    </section>
  )
}
