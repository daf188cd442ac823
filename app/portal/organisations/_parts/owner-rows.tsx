import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { MOST_BENEFICIAL_OWNERS } from '@/domain/organisations/rules'

type Owner = { name: string; country: string; share: string }

/** People who own or control a quarter or more: those there are, and two empty rows for more. */
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
      <legend className="lab">Beneficial owners</legend>
      <span className="hint">
        People who own or control a quarter or more of it. Leave the rows empty if there are none, as in most
        charities. We compare names between applicants, because related parties may not bid on one name
        (R4.3).
      </span>
      {Array.from({ length: rows }, (_, row) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of a form are their position
          key={row}
          className="grid grid-cols-[minmax(0,2fr)_minmax(0,1.4fr)_minmax(0,0.8fr)] gap-4 max-[640px]:grid-cols-1"
        >
          <TextInput
            name={`beneficialOwners.${row}.name`}
            label={`Owner ${row + 1}, name`}
            defaultValue={owners[row]?.name}
          />
          <Select
            name={`beneficialOwners.${row}.country`}
            label="Country"
            blank="Choose"
            options={countries}
            defaultValue={owners[row]?.country}
          />
          <TextInput name={`beneficialOwners.${row}.share`} label="Share" defaultValue={owners[row]?.share} />
        </div>
      ))}
    </fieldset>
  )
}
