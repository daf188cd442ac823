import { MoneyInput } from '@/components/ui/money-input'
import { TableFrame } from '@/components/ui/table'
import type { RoundSettings } from '@/db/schema/rounds'

/** The table of increments by price (R7.3), with room for two more rows. An empty row does not count. */
export function IncrementRows({
  increments,
  editable,
}: {
  increments: RoundSettings['increments']
  editable: boolean
}) {
  const rows = Math.min(8, increments.length + (editable ? 2 : 0))
  return (
    <div id="settings.increments">
      <p className="lab">Increments</p>
      <TableFrame label="Table of increments">
        <table className="tbl tight">
          <caption className="sr-only">Increments by price</caption>
          <thead>
            <tr>
              <th scope="col">From the price</th>
              <th scope="col">Each step</th>
            </tr>
          </thead>
          <tbody>
            {Array.from({ length: rows }, (_, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the places are fixed
              <tr key={index}>
                {(['fromMinor', 'stepMinor'] as const).map((field) => (
                  <td key={field}>
                    <MoneyInput
                      name={`settings.increments.${index}.${field}`}
                      label={
                        <span className="sr-only">
                          Row {index + 1}, {field === 'fromMinor' ? 'from the price' : 'each step'}, in US
                          dollars
                        </span>
                      }
                      defaultMinor={increments[index] && BigInt(increments[index][field])}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </div>
  )
}
