'use client'

import { useField } from '@/components/ui/field'
import { RadioGroup } from '@/components/ui/radio-group'
import { TextInput } from '@/components/ui/text-input'

/**
 * A wall-clock time. Where clocks go back the hour comes twice: then, and only then, it asks which of the two is meant
 * (R3.2). Sends `<name>.local` and `<name>.choose`.
 */
export function EnterLocalTime({
  name,
  label,
  local,
  choose,
  hint,
  optional,
}: {
  name: string
  label: string
  local: string
  choose?: 'earlier' | 'later'
  hint?: React.ReactNode
  optional?: boolean
}) {
  const { problem, typed } = useField({ name: `${name}.choose` })
  return (
    <div className="stack">
      <TextInput
        name={`${name}.local`}
        label={label}
        hint={hint}
        optional={optional}
        type="datetime-local"
        step={local.length > 16 ? 1 : undefined}
        defaultValue={local}
      />
      {(problem || typed || choose) && (
        <RadioGroup
          name={`${name}.choose`}
          label={`${label}: this hour comes twice`}
          defaultValue={choose}
          options={[
            { value: 'earlier', label: 'The first time, before clocks go back' },
            { value: 'later', label: 'The second time, after clocks went back' },
          ]}
        />
      )}
    </div>
  )
}
