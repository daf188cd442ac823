import { TextInput } from '@/components/ui/text-input'

/** The field for a code of the app, or for a recovery code where one may stand in. */
export function CodeInput({ label, hint }: { label: string; hint?: string }) {
  return (
    <TextInput
      name="code"
      label={label}
      hint={hint}
      autoComplete="one-time-code"
      autoCapitalize="none"
      spellCheck={false}
      mono
      short
    />
  )
}
