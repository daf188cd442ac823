import { Select } from '@/components/ui/select'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import type { AuditFilter } from '@/domain/audit/queries'
import { actorWords, kindsOfActor, kindsOfObject, operationChoices, shortId } from '@/domain/audit/words'

/** Filters live in the address, so that a view of the log can be sent to someone. */
export function FilterAudit({ filter }: { filter: AuditFilter }) {
  return (
    <form action="/admin/audit" className="grid items-end gap-3 min-[640px]:grid-cols-2 lg:grid-cols-3">
      <TextInput
        name="object"
        label="About"
        hint="A name, a round such as 1-2, a reference or an id; or the kind of thing."
        list="kinds-of-object"
        defaultValue={filter.object}
        autoComplete="off"
      />
      <datalist id="kinds-of-object">
        {Object.entries(kindsOfObject).map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </datalist>
      <Select
        name="operation"
        label="Operation"
        blank="Any"
        defaultValue={filter.operation}
        options={withAsked(operationChoices(), filter.operation, shortId)}
      />
      <Select
        name="actor"
        label="By"
        blank="Anyone at all"
        defaultValue={filter.actor}
        options={withAsked(choices(kindsOfActor), filter.actor, actorWords)}
      />
      <TextInput name="day" label="Day, UTC" type="date" defaultValue={filter.day} />
      <Select
        name="outcome"
        label="Outcome"
        blank="Any"
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

type Choice = { value: string; label: string }

const choices = (words: Record<string, string>): Choice[] =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

/** A value that came by a link, such as one person's pseudonym, can be kept. */
function withAsked(offered: Choice[], asked: string | undefined, words: (value: string) => string): Choice[] {
  if (!asked || offered.some(({ value }) => value === asked)) return offered
  return [{ value: asked, label: words(asked) }, ...offered]
}
