import { Form } from '@/components/ui/form'
import { RadioGroup } from '@/components/ui/radio-group'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { memberPurpose, memberRoles, memberWords } from '@/domain/organisations/rules'
import { sendInvitation } from '../../actions'

export function InviteForm({ organisationId }: { organisationId: string }) {
  return (
    <details>
      <summary className="btn">Invite someone</summary>
      <Form action={sendInvitation} className="form mt-5">
        <input type="hidden" name="organisationId" value={organisationId} />
        <TextInput
          name="email"
          label="Their e-mail address"
          hint="They accept with an account of this address, within seven days."
          type="email"
          autoComplete="off"
        />
        <RadioGroup
          name="role"
          label="What they may do"
          options={memberRoles.map((role) => ({
            value: role,
            label: memberWords[role],
            hint: memberPurpose[role],
          }))}
          defaultValue="editor"
        />
        <div className="actions">
          <SubmitButton>Send invitation</SubmitButton>
        </div>
      </Form>
    </details>
  )
}
