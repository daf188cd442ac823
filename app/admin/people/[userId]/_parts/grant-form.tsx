import { Form } from '@/components/ui/form'
import { Select } from '@/components/ui/select'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import { allRoles, rolePurpose, roleWords } from '@/domain/roles/rules'
import { askForRole } from '../../actions'

/** Asks for a role; a programme officer decides as the second person (R16.3). */
export function GrantForm({ userId }: { userId: string }) {
  return (
    <details>
      <summary className="btn">Grant a role</summary>
      <Form action={askForRole} className="form mt-5">
        <input type="hidden" name="userId" value={userId} />
        <Select
          name="role"
          label="Role"
          hint="A custodian holds no other role. Nobody who works for the programme acts for an applicant."
          blank="Choose a role"
          options={allRoles.map((role) => ({
            value: role,
            label: `${roleWords[role]}. ${rolePurpose[role]}`,
          }))}
        />
        <TextInput
          name="registrarIanaId"
          label="IANA id"
          hint="For a registrar only."
          optional
          short
          inputMode="numeric"
        />
        <TextArea name="reason" label="Why" rows={2} />
        <p className="small soft">
          A programme officer must approve it within 30 minutes. It counts from the person’s next sign-in.
        </p>
        <div className="actions">
          <SubmitButton>Ask for this role</SubmitButton>
        </div>
      </Form>
    </details>
  )
}
