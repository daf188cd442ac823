import { Select } from '@/components/ui/select'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import type { AuditFilter } from '@/domain/audit/queries'

/** Filters live in the address, so that a view of the log can be sent to someone. */
export function FilterAudit({ filter }: { filter: AuditFilter }) {
  return (
    <form
      action="/admin/audit"
      className="grid items-end gap-3 min-[1080px]:grid-cols-[repeat(3,minmax(0,1fr))_auto_auto_auto] min-[640px]:max-[1080px]:grid-cols-3"
    >
      <TextInput name="object" label="About" placeholder="rnd_…" mono defaultValue={filter.object} />
      <TextInput
        name="operation"
        label="Operation"
        placeholder="round.approve"
        mono
        defaultValue={filter.operation}
      />
      <TextInput name="actor" label="By" placeholder="sub_…" mono defaultValue={filter.actor} />
      <TextInput name="day" label="Day, UTC" type="date" short defaultValue={filter.day} />
      <Select
        name="outcome"
        label="Outcome"
        blank="Any"
        short
        defaultValue={filter.outcome}
        options={[
          { value: 'done', label: 'Done' },
          { value: 'refused', label: 'Refused' },
          { value: 'requested', label: 'Requested' },
          { value: 'declined', label: 'Declined' },
        ]}
      />
      <SubmitButton variant="default" icon="search">
        Show
      </SubmitButton>
    </form>
  )
}
