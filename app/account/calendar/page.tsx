import type { Metadata } from 'next'
import { requirePerson } from '@/app/require-person'
import { When } from '@/components/time/when'
import { Form } from '@/components/ui/form'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { ownCalendar } from '@/domain/feeds/queries'
import { env } from '@/env'
import { viewerZone } from '@/lib/time/viewer-zone'
import { endAddress, makeAddress } from './actions'
import { freshToken } from './renew'

export const metadata: Metadata = { title: 'Calendar' }

export default async function CalendarPage() {
  const person = await requirePerson({ account: true })
  const { address } = (await ownCalendar(person, undefined)) ?? {}
  const token = address && (await freshToken())
  return (
    <div className="stack">
      <div className="prose">
        <p>
          Subscribe to your own deadlines in any calendar: applications to submit, questions to answer,
          deposits, bidding, awards, reviews, and requests that wait for you. What is done leaves it, and what
          moves is moved. The dates of all rounds are under <a href="/feeds">Feeds</a>.
        </p>
        <p>
          Whoever has the address can read these dates and the names they are about, so treat it like a
          password. It opens nothing else, and ends when your password is reset.
        </p>
      </div>
      {token && (
        <Notice tone="good" title="Your calendar’s address, shown for ten minutes">
          <code className="mono brk">{`${env.PORTAL_URL}/feeds/personal/${token}/calendar.ics`}</code>
        </Notice>
      )}
      {address ? (
        <p>
          You have an address since <When at={address.createdAt} zone={await viewerZone()} />.{' '}
          {!token && 'It cannot be shown again: if you need it, make a new one.'}
        </p>
      ) : (
        <p>You have no address yet.</p>
      )}
      <div className="actions">
        <Form action={makeAddress}>
          <SubmitButton>{address ? 'Replace it by a new one' : 'Make an address'}</SubmitButton>
        </Form>
        {address && (
          <Form action={endAddress}>
            <SubmitButton variant="danger">Stop it</SubmitButton>
          </Form>
        )}
      </div>
    </div>
  )
}
