import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requirePerson } from '@/app/require-person'
import { When } from '@/components/time/when'
import { BackLink } from '@/components/ui/breadcrumb'
import { DefinitionList } from '@/components/ui/definition-list'
import { EmptyState } from '@/components/ui/empty-state'
import { Form } from '@/components/ui/form'
import { Notice } from '@/components/ui/notice'
import { SectionHead } from '@/components/ui/section-head'
import { SubmitButton } from '@/components/ui/submit-button'
import { ownWebhook } from '@/domain/webhooks/queries'
import { viewerZone } from '@/lib/time/viewer-zone'
import { DeliveryLog } from '../_parts/delivery-log'
import { WebhookState } from '../_parts/webhook-state'
import { enable, newSecret, remove } from '../actions'
import { freshSecret } from '../secrets'

export const metadata: Metadata = { title: 'Webhook' }

export default async function WebhookPage({ params }: PageProps<'/account/webhooks/[webhookId]'>) {
  const person = await requirePerson({ account: true })
  const { webhookId } = await params
  const found = await ownWebhook(person, { webhookId })
  if (!found) notFound()
  const { webhook, deliveries } = found
  const zone = await viewerZone()
  const secret = await freshSecret(webhookId)
  return (
    <div className="space-y-12">
      <section className="stack" aria-labelledby="webhook">
        <BackLink href="/account/webhooks">All webhooks</BackLink>
        <SectionHead title="Webhook" id="webhook" />
        {secret && (
          <Notice tone="good" title="The secret that signs, shown for ten minutes">
            <code className="mono brk">{secret}</code>
          </Notice>
        )}
        <DefinitionList
          items={[
            { term: 'Address', value: <span className="brk">{webhook.url}</span> },
            { term: 'For', value: webhook.organisation ?? webhook.registrar ?? 'The programme' },
            { term: 'Events', value: webhook.events.join(', ') },
            { term: 'State', value: <WebhookState webhook={webhook} /> },
          ]}
        />
        <p className="soft max-w-[44rem]">
          Every delivery is a POST with JSON, signed as{' '}
          <a href="https://www.standardwebhooks.com">Standard Webhooks</a> describes: check{' '}
          <code className="mono">webhook-signature</code>, and take what has a{' '}
          <code className="mono">webhook-id</code> that you know only once. Answer 2xx within five seconds.
        </p>
        <div className="actions">
          {webhook.disabledAt && (
            <Form action={enable}>
              <SubmitButton name="webhookId" value={webhook.id}>
                Send events again
              </SubmitButton>
            </Form>
          )}
          <Form action={newSecret}>
            <SubmitButton variant="default" name="webhookId" value={webhook.id}>
              Make a new secret
            </SubmitButton>
          </Form>
          <Form action={remove}>
            <SubmitButton variant="danger" name="webhookId" value={webhook.id}>
              Remove it
            </SubmitButton>
          </Form>
        </div>
        {webhook.previousUntil && (
          <p className="small soft">
            The secret before this one signs too until <When at={webhook.previousUntil} zone={zone} />.
          </p>
        )}
      </section>
      <section className="stack" aria-labelledby="log">
        <SectionHead title="Deliveries" id="log" />
        {deliveries.length === 0 ? (
          <EmptyState title="Nothing was sent yet" sorts={false}>
            The next event that you chose appears here.
          </EmptyState>
        ) : (
          <DeliveryLog deliveries={deliveries} zone={zone} off={webhook.disabledAt !== null} />
        )}
      </section>
    </div>
  )
}
