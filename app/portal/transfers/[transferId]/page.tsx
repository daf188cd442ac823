import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requirePerson } from '@/app/require-person'
import { SecondFactorFirst } from '@/app/second-factor-first'
import { LabelName } from '@/components/labels/label-name'
import { When } from '@/components/time/when'
import { BackLink } from '@/components/ui/breadcrumb'
import { Checkbox } from '@/components/ui/checkbox'
import { Form } from '@/components/ui/form'
import { Notice } from '@/components/ui/notice'
import { SectionHead } from '@/components/ui/section-head'
import { SubmitButton } from '@/components/ui/submit-button'
import { lastMinuteOf } from '@/domain/commitments/rules'
import { transferToOwn } from '@/domain/transfers/queries'
import { may } from '@/lib/access/policy'
import { viewerZone } from '@/lib/time/viewer-zone'
import { agree } from '../actions'

export const metadata: Metadata = { title: 'A name is to pass to you' }

const headings = {
  requested: 'is to pass to you',
  approved: 'passed to you',
  refused: 'does not pass to you',
} as const

/** What the organisation that is to take a name over would hold and owe, and its agreement (R12.3). */
export default async function TransferToOwnPage({ params }: PageProps<'/portal/transfers/[transferId]'>) {
  const person = await requirePerson()
  const { transferId } = await params
  const found = await transferToOwn(person, { transferId })
  if (!found) notFound()
  const { label, from, state, ground, agreedAt, open } = found
  const zone = await viewerZone()
  const strong = may(person, 'transfer.agree') !== 'second-factor-needed'
  return (
    <div className="wrap page">
      <div className="question">
        <BackLink href="/portal">Your applications</BackLink>
        <h1>
          <LabelName label={label} /> {headings[state]}
        </h1>
        {state === 'requested' && (
          <p className="lede">
            {from} asks that its name pass to your organisation
            {ground === 'sale' && ', with the sale of the whole organisation'}. It does so only if you agree
            and two officers let it. If you do not want it, do nothing.
          </p>
        )}
        {state === 'approved' && (
          <Notice tone="good" title="The name is yours">
            Two officers let it pass from {from}, with what was promised for it. Its registrar changes the
            registrant at the registry; you have a letter when that is done.
          </Notice>
        )}
        {state === 'refused' && (
          <Notice tone="info" title="The transfer was refused">
            The name stays with {from}. There is nothing to do for you.
          </Notice>
        )}
        {state === 'requested' && agreedAt && (
          <Notice tone="good" title="You agreed">
            <When at={agreedAt} zone={zone} />. Two officers decide; you get a letter.
          </Notice>
        )}
        <section className="sec" aria-labelledby="promises" hidden={state === 'refused'}>
          <SectionHead minor title="What you take over" id="promises">
            {open.length}
          </SectionHead>
          {open.length === 0 ? (
            <p className="mt-3">Everything that was promised for the name is done.</p>
          ) : (
            <ul className="mt-3">
              {open.map(({ id, milestone, dueAt }) => (
                <li key={id} className="task">
                  <span>{milestone}</span>
                  <span className="task-state">
                    Due by <When at={lastMinuteOf(dueAt)} zone={zone} />
                  </span>
                </li>
              ))}
            </ul>
          )}
        </section>
        {state === 'requested' &&
          !agreedAt &&
          (strong ? (
            <Form action={agree} className="form mt-6">
              <input type="hidden" name="transferId" value={found.id} />
              <Checkbox
                name="confirmed"
                label={`We take ${label}.org over, and what was promised for it.`}
                required
              />
              <div className="actions">
                <SubmitButton>Agree</SubmitButton>
              </div>
            </Form>
          ) : (
            <div className="mt-6">
              <SecondFactorFirst here={`/portal/transfers/${found.id}`}>
                Your agreement binds the organisation.
              </SecondFactorFirst>
            </div>
          ))}
      </div>
    </div>
  )
}
