import type { Metadata } from 'next'
import Link from 'next/link'
import { MailboxLink } from '@/app/dev/mailbox/mailbox-link'
import { IsItUs } from '@/app/sign-in/_parts/is-it-us'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { sendAddress, sendNewPassword } from './actions'

export const metadata: Metadata = { title: 'Choose a new password', referrer: 'same-origin' }

export default async function ResetPasswordPage({ searchParams }: PageProps<'/reset-password'>) {
  const { token } = await searchParams
  return (
    <div className="wrap sign-in">
      <div>
        <h1>Choose a new password</h1>
        {typeof token === 'string' ? <ChooseForm token={token} /> : <AskForm />}
      </div>
      <IsItUs />
    </div>
  )
}

function AskForm() {
  return (
    <>
      <p className="soft mb-6">
        Enter your address and we send you a link. Your authenticator app stays as it is and is still asked
        for.
      </p>
      <Form action={sendAddress}>
        <TextInput name="email" label="E-mail address" type="email" autoComplete="username" />
        <SubmitButton wide size="l">
          Send me a link
        </SubmitButton>
      </Form>
      <div className="mt-5">
        <MailboxLink />
      </div>
    </>
  )
}

function ChooseForm({ token }: { token: string }) {
  return (
    <>
      <p className="soft mb-6">Every session of your account ends when you set it.</p>
      <Form action={sendNewPassword}>
        <input type="hidden" name="token" value={token} />
        <TextInput
          name="password"
          label="New password"
          hint="At least 12 characters. A sentence is easiest to remember; there are no other rules."
          type="password"
          autoComplete="new-password"
        />
        <SubmitButton wide size="l">
          Set password
        </SubmitButton>
      </Form>
      <p className="small mt-5">
        Has the link expired? <Link href="/reset-password">Have another sent</Link>.
      </p>
    </>
  )
}
