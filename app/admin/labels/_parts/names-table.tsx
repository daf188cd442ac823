import Link from 'next/link'
import { LabelName } from '@/components/labels/label-name'
import { Sort } from '@/components/labels/sort'
import { Button } from '@/components/ui/button'
import { Mark, Status } from '@/components/ui/status'
import { TableFrame } from '@/components/ui/table'
import type { labelsForOfficers } from '@/domain/labels/officer-queries'
import { publicStatus } from '@/domain/labels/public-status'
import { basisWords, categoryWords, classWords, labelStateWords } from '@/domain/labels/release-words'
import { SelectAllNames } from './select-all-names'

type Row = NonNullable<Awaited<ReturnType<typeof labelsForOfficers>>>['rows'][number]

/** Names with what the country-code lists say of them; an officer chooses some and says what is to be done. */
export function NamesTable({ rows, canDecide }: { rows: Row[]; canDecide: boolean }) {
  return (
    <form method="get" action="/admin/labels/release">
      {canDecide && (
        <fieldset className="row mb-3">
          <legend className="sr-only">With the chosen names</legend>
          <span className="small muted">With the chosen names:</span>
          <Button type="submit" size="s" icon="file-check">
            Release
          </Button>
          <Button type="submit" size="s" icon="ban" formAction="/admin/labels/withhold">
            Withhold
          </Button>
          <Button type="submit" size="s" icon="rotate-ccw" formAction="/admin/labels/restore">
            Stop withholding
          </Button>
        </fieldset>
      )}
      <TableFrame label="Names">
        <table className="tbl">
          <caption className="sr-only">Names with class, country code, state and basis of release</caption>
          <thead>
            <tr>
              {canDecide && (
                <th scope="col">
                  <SelectAllNames />
                </th>
              )}
              <th scope="col">Name</th>
              <th scope="col">Class</th>
              <th scope="col">Country code</th>
              <th scope="col">State</th>
              <th scope="col">Released on the basis</th>
              <th scope="col">Round</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <NameRow key={row.label} row={row} canDecide={canDecide} />
            ))}
          </tbody>
        </table>
      </TableFrame>
    </form>
  )
}

function NameRow({ row, canDecide }: { row: Row; canDecide: boolean }) {
  const { label, roundState, lotState, suspendedFrom } = row
  const offer = roundState && lotState ? { round: roundState, lot: lotState, suspendedFrom } : undefined
  return (
    <tr>
      {canDecide && (
        <td>
          <input type="checkbox" name="label" value={label} aria-label={`Choose ${label}.org`} />
        </td>
      )}
      <th scope="row">
        <Link className="row [--gap:.7rem] no-underline" href={`/admin/labels/${label}`} prefetch={false}>
          <Sort label={label} status={publicStatus(row.state, offer)} size={34} decorative />
          <LabelName label={label} />
        </Link>
      </th>
      <td>{classWords[row.class]}</td>
      <td>
        {row.category ? categoryWords[row.category] : '–'}
        {row.cctld && ', ccTLD'}
        {row.flaggedAt && (
          <>
            {' '}
            <Mark tone="warn" icon="flag">
              Flagged
            </Mark>
          </>
        )}
      </td>
      <td>
        <Status status={publicStatus(row.state, offer)} word={labelStateWords[row.state]} />
      </td>
      <td>{row.basis ? basisWords[row.basis] : '–'}</td>
      <td>
        {row.roundId ? (
          <Link href={`/admin/rounds/${row.roundId}`} prefetch={false}>
            Round {row.round}
          </Link>
        ) : (
          '–'
        )}
      </td>
    </tr>
  )
}
