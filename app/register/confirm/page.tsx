import type { Metadata } from 'next'
import Link from 'next/link'
import { IsItUs } from '@/app/sign-in/_parts/is-it-us'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { sameSitePath, withNext } from '@/lib/same-site-path'
import { sendConfirmation } from './actions'

export const metadata: Metadata = { title: 'Confirm your address', referrer: 'same-origin' }

/** Opening the link does nothing yet: programs that read mail open links too. The form confirms. */
export default async function VerifyPage({ searchParams }: PageProps<'/register/confirm'>) {
  const { token, next: asked } = await searchParams
  const next = sameSitePath(asked)
  return (
    <div className="wrap sign-in">
      <div>
        <h1>Confirm your address</h1>
        <p className="soft mb-6">
          One step: enter the password you chose. It shows that the one who reads this mail is the one who
          created the account.
        </p>
        <Form action={sendConfirmation}>
          <input type="hidden" name="token" value={typeof token === 'string' ? token : ''} />
          <input type="hidden" name="next" value={next} />
          <TextInput name="password" label="Password" type="password" autoComplete="current-password" />
          <SubmitButton wide size="l">
            Confirm and sign in
          </SubmitButton>
        </Form>
        <p className="small soft mt-5">
          Has the link expired?{' '}
          <Link href={withNext('/register/sent', next)} prefetch={false}>
            Have it sent again
          </Link>
          . Forgotten the password?{' '}
          <Link href={withNext('/register', next)} prefetch={false}>
            Register again
          </Link>{' '}
          with the same address.
        </p>
      </div>
      <IsItUs />
    </div>
  )
}
