import { Sort } from '@/components/labels/sort'
import type { LabelState } from '@/db/schema/labels'
import { publicStatus } from '@/domain/labels/public-status'

/** The names that a request would be about. */
export function ChosenNames({ rows }: { rows: { label: string; state: LabelState }[] }) {
  return (
    <ul className="row [--gap:.5rem]" aria-label="Chosen names">
      {rows.map(({ label, state }) => (
        <li key={label}>
          <Sort label={label} status={publicStatus(state)} size={34} href={`/admin/labels/${label}`} />
        </li>
      ))}
    </ul>
  )
}
