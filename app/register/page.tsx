import type { Metadata } from 'next'
import Link from 'next/link'
import { IsItUs } from '@/app/sign-in/_parts/is-it-us'
import { Form } from '@/components/ui/form'
import { Select } from '@/components/ui/select'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { sameSitePath, withNext } from '@/lib/same-site-path'
import { listZones } from '@/lib/time/zones'
import { GuessZone } from './_parts/guess-zone'
import { sendRegistration } from './actions'

export const metadata: Metadata = { title: 'Create an account' }

export default async function RegisterPage({ searchParams }: PageProps<'/register'>) {
  const next = sameSitePath((await searchParams).next)
  return (
    <div className="wrap sign-in">
      <div>
        <h1>Create an account</h1>
        <p className="soft mb-6">
          To apply for a name or to bid. Have one already?{' '}
          <Link href={withNext('/sign-in', next)} prefetch={false}>
            Sign in
          </Link>
          .
        </p>
        <Form action={sendRegistration}>
          <input type="hidden" name="next" value={next} />
          <TextInput name="name" label="Your name" autoComplete="name" />
          <TextInput
            name="email"
            label="E-mail address"
            hint="We send a link there; the account opens when you use it."
            type="email"
            autoComplete="email"
          />
          <TextInput
            name="password"
            label="Password"
            hint="At least 12 characters. A sentence is easiest to remember; there are no other rules."
            type="password"
            autoComplete="new-password"
          />
          <Select
            name="timeZone"
            label="Time zone"
            hint="Every deadline is shown in it, and in UTC beside it."
            defaultValue="UTC"
            options={listZones().map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
          />
          <GuessZone field="timeZone" />
          <SubmitButton wide size="l">
            Create account
          </SubmitButton>
        </Form>
      </div>
      <IsItUs />
    </div>
  )
}
