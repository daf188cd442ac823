import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { disable, enable } from '../../actions'

/** Closes an account, or opens it again. */
export function AccountSwitch({ userId, status }: { userId: string; status: 'active' | 'disabled' }) {
  const active = status === 'active'
  return (
    <Form action={active ? disable : enable} className="stack">
      <input type="hidden" name="userId" value={userId} />
      <p className="small soft">
        {active
          ? 'Disabling ends every session at its next request. Roles and memberships stay and count for nothing.'
          : 'The person can sign in again, with the roles they still hold.'}
      </p>
      <SubmitButton variant={active ? 'danger' : 'default'}>
        {active ? 'Disable the account' : 'Enable the account'}
      </SubmitButton>
    </Form>
  )
}
