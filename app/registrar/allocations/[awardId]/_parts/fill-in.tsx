import { Button } from '@/components/ui/button'
import type { CreateDetails } from '@/domain/allocations/epp'

type Problems = Partial<Record<'registrant' | 'years' | 'nameServers', string>>

/** What of the command is the registrar's own: filled in by the address, so that it works by itself and can be kept. */
export function FillIn({ details, problems }: { details: CreateDetails; problems: Problems }) {
  const fields = [
    {
      name: 'registrant',
      label: 'Contact id of the registrant',
      hint: 'As you created the contact at the registry: 3 to 16 characters.',
      value: details.registrant === 'REGISTRANT-ID' ? '' : details.registrant,
      problem: problems.registrant,
    },
    {
      name: 'years',
      label: 'Years',
      hint: '1 to 10.',
      value: String(details.years),
      problem: problems.years,
    },
    {
      name: 'servers',
      label: 'Name servers',
      hint: 'Host objects you created, parted by spaces. They can follow later.',
      value: details.nameServers.join(' '),
      problem: problems.nameServers,
    },
  ]
  return (
    <details open={Object.keys(problems).length > 0}>
      <summary>Fill in your own values</summary>
      <form method="get" className="form mt-4">
        {fields.map(({ name, label, hint, value, problem }) => (
          <div className="field" key={name}>
            <label htmlFor={name}>{label}</label>
            <span className="hint" id={`${name}-hint`}>
              {hint}
            </span>
            {problem && (
              <span className="error" id={`${name}-error`}>
                {problem}
              </span>
            )}
            <input
              className="in mono"
              id={name}
              name={name}
              defaultValue={value}
              aria-describedby={problem ? `${name}-hint ${name}-error` : `${name}-hint`}
              aria-invalid={problem ? true : undefined}
              autoComplete="off"
              spellCheck={false}
              maxLength={400}
            />
          </div>
        ))}
        <div className="actions">
          <Button type="submit">Put them into the command</Button>
        </div>
      </form>
    </details>
  )
}
