import type { Metadata } from 'next'
import { requirePerson } from '@/app/require-person'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { sendPasswordChange } from './actions'

export const metadata: Metadata = { title: 'Password' }

export default async function PasswordPage() {
  const person = await requirePerson({ account: true })
  return (
    <Form action={sendPasswordChange}>
      <input type="hidden" name="username" autoComplete="username" value={person.email} />
      <TextInput name="present" label="Present password" type="password" autoComplete="current-password" />
      <TextInput
        name="password"
        label="New password"
        hint="At least 12 characters. A sentence is easiest to remember; there are no other rules."
        type="password"
        autoComplete="new-password"
      />
      <div className="actions">
        <SubmitButton>Change password</SubmitButton>
      </div>
    </Form>
  )
}
