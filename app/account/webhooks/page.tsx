import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requirePerson } from '@/app/require-person'
import { When } from '@/components/time/when'
import { EmptyState } from '@/components/ui/empty-state'
import { SectionHead } from '@/components/ui/section-head'
import { TableFrame } from '@/components/ui/table'
import { ownWebhooks } from '@/domain/webhooks/queries'
import { viewerZone } from '@/lib/time/viewer-zone'
import { AddWebhook } from './_parts/add-webhook'
import { WebhookState } from './_parts/webhook-state'

export const metadata: Metadata = { title: 'Webhooks' }

export default async function WebhooksPage() {
  const person = await requirePerson({ account: true })
  const found = await ownWebhooks(person, undefined)
  if (!found) notFound()
  const zone = await viewerZone()
  return (
    <div className="space-y-12">
      <section className="stack" aria-labelledby="webhooks">
        <SectionHead title="Webhooks" id="webhooks" />
        <p className="soft max-w-[44rem]">
          Have public events sent to a program of yours the moment they happen: names and rounds that move,
          announcements, results and awards. Each is signed, and tried again for a day if you cannot take it.
          Nothing is sent that is not public anyway; see <a href="/data">Data and API</a>.
        </p>
        {found.webhooks.length === 0 ? (
          <EmptyState title="No webhooks yet" sorts={false}>
            Add the address of your program below.
          </EmptyState>
        ) : (
          <TableFrame label="Webhooks">
            <table className="tbl cards">
              <caption className="sr-only">Webhooks</caption>
              <thead>
                <tr>
                  <th scope="col">Address</th>
                  <th scope="col">For</th>
                  <th scope="col">State</th>
                  <th scope="col">Since</th>
                </tr>
              </thead>
              <tbody>
                {found.webhooks.map((webhook) => (
                  <tr key={webhook.id}>
                    <th scope="row">
                      <a className="brk" href={`/account/webhooks/${webhook.id}`}>
                        {webhook.url}
                      </a>
                    </th>
                    <td data-label="For">{webhook.organisation ?? webhook.registrar ?? 'The programme'}</td>
                    <td data-label="State">
                      <WebhookState webhook={webhook} />
                    </td>
                    <td className="num" data-label="Since">
                      <When at={webhook.createdAt} zone={zone} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableFrame>
        )}
      </section>
      <section className="stack" aria-labelledby="add">
        <SectionHead title="Add a webhook" id="add" />
        <AddWebhook holders={found.holders} />
      </section>
    </div>
  )
}
