import type { Metadata } from 'next'
import { requirePerson } from '@/app/require-person'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Form } from '@/components/ui/form'
import { SectionHead } from '@/components/ui/section-head'
import { Select } from '@/components/ui/select'
import { SubmitButton } from '@/components/ui/submit-button'
import { inbox, preferences } from '@/domain/notifications/queries'
import { viewerZone } from '@/lib/time/viewer-zone'
import { InboxLetter } from './_parts/inbox-letter'
import { readAll, saveChoices } from './actions'

export const metadata: Metadata = { title: 'Inbox' }

const DELIVERIES = [
  { value: 'at-once', label: 'By mail, at once' },
  { value: 'digest', label: 'By mail, once a day' },
  { value: 'inbox', label: 'Only here' },
]

export default async function InboxPage({ searchParams }: PageProps<'/account/notifications'>) {
  const person = await requirePerson({ account: true })
  const { before } = await searchParams
  const found = await inbox(person, typeof before === 'string' ? before.slice(0, 60) : undefined)
  const { letters, older } = found ?? { letters: [], older: undefined }
  const kinds = (await preferences(person, undefined)) ?? []
  const zone = await viewerZone()
  return (
    <div className="space-y-12">
      <section className="stack" aria-labelledby="letters">
        <div className="row between">
          <SectionHead title={before ? 'Earlier letters' : 'Letters to you'} id="letters" />
          {letters.some(({ read }) => !read) && (
            <Form action={readAll}>
              <SubmitButton variant="default" size="s">
                Mark all as read
              </SubmitButton>
            </Form>
          )}
        </div>
        {letters.length === 0 ? (
          <EmptyState title="No letters yet" sorts={false}>
            What the portal mails you is kept here as well, from now on.
          </EmptyState>
        ) : (
          <ul className="divide-y divide-hairline border-hairline border-y">
            {letters.map((letter) => (
              <InboxLetter key={letter.id} letter={letter} zone={zone} />
            ))}
          </ul>
        )}
        {older && (
          <p>
            <Button href={`/account/notifications?before=${older}`}>Older letters</Button>
          </p>
        )}
      </section>
      <section className="stack" aria-labelledby="delivery">
        <SectionHead title="How letters reach you" id="delivery" />
        <p className="soft max-w-[44rem]">
          Every letter is here in any case. The mail once a day comes at seven in the morning by the clock of
          your <a href="/account/profile">profile</a>, when there is something new.
        </p>
        <Form action={saveChoices}>
          {kinds.map(({ kind, words, what, fixed, delivery }) =>
            fixed ? (
              <p key={kind}>
                <b>{words}</b>
                <br />
                <span className="soft">{what}. Always by mail, at once.</span>
              </p>
            ) : (
              <Select
                key={kind}
                name={`delivery.${kind}`}
                label={words}
                hint={`${what}.`}
                defaultValue={delivery}
                options={DELIVERIES}
                short
              />
            ),
          )}
          <div className="actions">
            <SubmitButton>Save</SubmitButton>
          </div>
        </Form>
      </section>
    </div>
  )
}
