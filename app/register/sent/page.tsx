import type { Metadata } from 'next'
import { MailboxLink } from '@/app/dev/mailbox/mailbox-link'
import { IsItUs } from '@/app/sign-in/_parts/is-it-us'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { sameSitePath } from '@/lib/same-site-path'
import { sendLetterAgain } from '../actions'

export const metadata: Metadata = { title: 'Look at your mail' }

export default async function SentPage({ searchParams }: PageProps<'/register/sent'>) {
  const { next } = await searchParams
  return (
    <div className="wrap sign-in">
      <div>
        <h1>Look at your mail</h1>
        <p className="lede mb-4">
          We sent a letter to your address. Open the link in it within 24 hours, with the password you chose.
        </p>
        <MailboxLink />
        <h2 className="mb-3 mt-9 text-21">Nothing there?</h2>
        <p className="soft mb-5">Look in the folder for unwanted mail, or have the link sent again.</p>
        <Form action={sendLetterAgain}>
          <input type="hidden" name="next" value={sameSitePath(next)} />
          <TextInput name="email" label="E-mail address" type="email" autoComplete="email" />
          <SubmitButton variant="default">Send the link again</SubmitButton>
        </Form>
      </div>
      <IsItUs />
    </div>
  )
}
