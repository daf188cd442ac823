import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { MOST_BENEFICIAL_OWNERS } from '@/domain/organisations/rules'

type Owner = { name: string; country: string; share: string }

/** Who owns or controls it: those there are, and two empty rows for more. An application starts from this list. */
export function OwnerRows({
  owners,
  countries,
}: {
  owners: Owner[]
  countries: { value: string; label: string }[]
}) {
  const rows = Math.min(MOST_BENEFICIAL_OWNERS, owners.length + 2)
  return (
    <fieldset className="space-y-5">
      <legend className="lab">Owners and people in control</legend>
      <span className="hint">
        Every person who owns or controls a quarter or more. A charity or an association names the people on
        its board. Each application starts from this list, so that you name them once. Not published; we
        compare names between applicants, because related parties may not bid on one name (R4.3).
      </span>
      {Array.from({ length: rows }, (_, row) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of a form are their position
          key={row}
          className="grid grid-cols-[minmax(0,2fr)_minmax(0,1.4fr)_minmax(0,0.8fr)] gap-4 max-[640px]:grid-cols-1"
        >
          <TextInput
            name={`beneficialOwners.${row}.name`}
            label={`Person ${row + 1}, full name`}
            defaultValue={owners[row]?.name}
          />
          <Select
            name={`beneficialOwners.${row}.country`}
            label="Country"
            blank="Choose"
            options={countries}
            defaultValue={owners[row]?.country}
          />
          <TextInput
            name={`beneficialOwners.${row}.share`}
            label="Share in % or role"
            defaultValue={owners[row]?.share}
          />
        </div>
      ))}
    </fieldset>
  )
}
