import type { Metadata } from 'next'
import { requirePerson } from '@/app/require-person'
import { Button } from '@/components/ui/button'
import { DefinitionList } from '@/components/ui/definition-list'
import { Form } from '@/components/ui/form'
import { Select } from '@/components/ui/select'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { roleWords } from '@/domain/roles/rules'
import { listZones } from '@/lib/time/zones'
import { sendProfile } from './actions'

export const metadata: Metadata = { title: 'Profile' }

export default async function ProfilePage() {
  const person = await requirePerson({ account: true })
  const roles = person.roles.map((role) => roleWords[role])
  return (
    <div className="aside">
      <Form action={sendProfile}>
        <TextInput name="name" label="Your name" autoComplete="name" defaultValue={person.name} />
        <Select
          name="timeZone"
          label="Time zone"
          hint="Every deadline is shown in it, and in UTC beside it."
          blank="As this browser says"
          defaultValue={person.timeZone ?? ''}
          options={listZones().map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
        />
        <div className="actions">
          <SubmitButton>Save</SubmitButton>
        </div>
      </Form>
      <div className="space-y-6">
        <DefinitionList
          items={[
            { term: 'E-mail', value: <span className="brk">{person.email}</span> },
            { term: 'Roles', value: roles.length > 0 ? roles.join(', ') : 'None in the programme' },
            { term: 'Signed in with', value: person.assurance >= 2 ? 'Two factors' : 'A password' },
          ]}
        />
        <div className="stack">
          <p className="small soft">
            What the portal keeps about you: account, sessions, letters, what you did and your own bids. What
            must stay when an account is erased is said under <a href="/help/privacy">Privacy</a>.
          </p>
          <Button href="/account/data" download size="s" icon="download">
            Download your data
          </Button>
        </div>
      </div>
    </div>
  )
}
