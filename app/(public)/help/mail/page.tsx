import type { Metadata } from 'next'
import { env } from '@/env'
import { HelpPage } from '../_parts/help-page'

export const metadata: Metadata = {
  title: 'Is this mail from us?',
  description: 'How to tell our letters from forged ones, and what we never ask for.',
}

export default function IsItOurMail() {
  const sender = /<([^>]+)>/.exec(env.MAIL_FROM)?.[1] ?? env.MAIL_FROM
  const host = new URL(env.PORTAL_URL).host
  return (
    <HelpPage title="Is this mail from us?" about="Is this mail from you?">
      <p>
        Our letters come from <b className="mono">{sender}</b>. Every link in them begins with{' '}
        <b className="mono">{env.PORTAL_URL}/</b>. Look at the address in the bar of your browser before you
        type anything: it must read <b className="mono">{host}</b>, with nothing before it.
      </p>
      <h2>What we never do</h2>
      <ul>
        <li>
          We never ask for your password, your authenticator code or a recovery code, by mail or telephone.
        </li>
        <li>
          We never name a bank account in a mail alone. Invoices and deposits stand in the portal; compare.
        </li>
        <li>We never offer a name outside a round, and nobody can sell you a place in one.</li>
        <li>We never hurry you: every deadline stands on a public page.</li>
      </ul>
      <h2>If you are not sure</h2>
      <p>
        Do not follow the link. Type the address of the portal yourself and sign in: whatever we wrote about
        stands there too. Then forward the mail to us. If you typed your password on another site, change it
        at once and end all sessions in your account.
      </p>
    </HelpPage>
  )
}
