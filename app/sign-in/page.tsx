import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { homeOf } from '@/app/home-of'
import { PasskeyButton } from '@/components/passkeys/passkey-button'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { passkeysWork } from '@/domain/passkeys/relying-party'
import { demoSignIns } from '@/domain/sessions/queries'
import { currentActor } from '@/lib/access/current-actor'
import { sameSitePath, withNext } from '@/lib/same-site-path'
import { DemoPeople } from './_parts/demo-people'
import { IsItUs } from './_parts/is-it-us'
import { sendPasskey, sendPassword } from './actions'

export const metadata: Metadata = { title: 'Sign in' }

export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const { next: asked } = await searchParams
  const next = sameSitePath(asked)
  const actor = await currentActor()
  if (actor.kind === 'person') redirect(next === '/' ? homeOf(actor) : next)
  const demo = demoSignIns()
  return (
    <div className="wrap sign-in">
      <div>
        <h1>Sign in</h1>
        {passkeysWork() && (
          <>
            <Form action={sendPasskey}>
              <input type="hidden" name="next" value={next} />
              <PasskeyButton wide size="l" optionsAt="/sign-in/passkey" busy="Waiting for your device">
                Use a passkey
              </PasskeyButton>
            </Form>
            <p className="or needs-script">or</p>
          </>
        )}
        <Form action={sendPassword}>
          <input type="hidden" name="next" value={next} />
          <TextInput
            name="email"
            label="E-mail address"
            type="email"
            autoComplete="username"
            inputMode="email"
          />
          <div>
            <TextInput name="password" label="Password" type="password" autoComplete="current-password" />
            <p className="small mt-2">
              <Link href="/reset-password" prefetch={false}>
                Forgotten your password?
              </Link>
            </p>
          </div>
          <SubmitButton wide size="l" busy="Signing in">
            Sign in
          </SubmitButton>
        </Form>
        <p className="small soft mt-5">
          Bidders and everyone at Public Interest Registry use a passkey, or a password with a code from an
          app. New here?{' '}
          <Link href={withNext('/register', next)} prefetch={false}>
            Create an account
          </Link>
          .
        </p>
      </div>
      {demo.length > 0 ? <DemoPeople people={demo} next={next} /> : <IsItUs />}
    </div>
  )
}
