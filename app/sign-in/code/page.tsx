import type { Metadata } from 'next'
import Link from 'next/link'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { sameSitePath, withNext } from '@/lib/same-site-path'
import { IsItUs } from '../_parts/is-it-us'
import { sendCode } from '../actions'

export const metadata: Metadata = { title: 'Enter your code' }

export default async function CodePage({ searchParams }: PageProps<'/sign-in/code'>) {
  const { next } = await searchParams
  return (
    <div className="wrap sign-in">
      <div>
        <h1>Enter your code</h1>
        <Form action={sendCode}>
          <input type="hidden" name="next" value={sameSitePath(next)} />
          <TextInput
            name="code"
            label="Code from your authenticator app"
            hint="Six digits that change every 30 seconds. Without the app, enter one of your recovery codes."
            autoComplete="one-time-code"
            inputMode="text"
            autoCapitalize="none"
            spellCheck={false}
            mono
            autoFocus
          />
          <SubmitButton wide size="l" busy="Signing in">
            Sign in
          </SubmitButton>
        </Form>
        <p className="small mt-5">
          <Link href={withNext('/sign-in', sameSitePath(next))} prefetch={false}>
            Start again
          </Link>
        </p>
      </div>
      <IsItUs />
    </div>
  )
}
