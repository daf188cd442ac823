import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requirePerson } from '@/app/require-person'
import { PlaceholderNotice } from '@/components/qpi/placeholder-notice'
import { PromotionList } from '@/components/qpi/promotion-list'
import { EmptyState } from '@/components/ui/empty-state'
import { Form } from '@/components/ui/form'
import { SectionHead } from '@/components/ui/section-head'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import { publishedPromotions } from '@/domain/promotions/queries'
import { modelVersions } from '@/domain/qpi-models/queries'
import { may } from '@/lib/access/policy'
import { newId } from '@/lib/ids'
import { viewerZone } from '@/lib/time/viewer-zone'
import { QpiTabs } from '../_parts/qpi-tabs'
import { promote } from '../actions'

export const metadata: Metadata = { title: 'Promotions' }

/** Promotions with their baselines (R15.4). */
export default async function PromotionsPage() {
  const person = await requirePerson()
  const models = await modelVersions(person, undefined)
  if (!models) notFound()
  const promotions = await publishedPromotions()
  const decide = [models[0]?.version, ...promotions.map(({ modelVersion }) => modelVersion)]
  const placeholder = models.find((model) => model.placeholder && decide.includes(model.version))
  return (
    <div className="wrap page space-y-8">
      <header className="space-y-3">
        <h1>Promotions</h1>
        <p className="lede">
          A promotion is published with its baseline before it opens, and nothing of it changes afterwards.
          Whoever is at the baseline is pre-qualified.
        </p>
      </header>
      <QpiTabs current="promotions" />
      {placeholder && <PlaceholderNotice version={placeholder.version} />}
      {promotions.length === 0 ? (
        <EmptyState title="No promotion yet" sorts={false}>
          Publish one with its baseline; each registrar then sees its gap and what would close it.
        </EmptyState>
      ) : (
        <PromotionList
          promotions={promotions}
          zone={await viewerZone()}
          hrefOf={(id) => `/admin/qpi/promotions/${id}`}
        />
      )}
      {may(person, 'promotion.publish') === 'yes' && (
        <section aria-labelledby="publish" className="stack">
          <SectionHead title="Publish one" id="publish" minor />
          <Form action={promote} idempotencyKey={newId('prm')}>
            <TextInput name="name" label="Name" maxLength={120} autoComplete="off" />
            <TextInput
              name="baseline"
              label="Baseline, points"
              inputMode="decimal"
              short
              autoComplete="off"
            />
            <TextInput
              name="period"
              label="Month whose scores decide"
              hint="Such as 2026-08; the last computation before it opens."
              mono
              short
              autoComplete="off"
            />
            <TextInput name="opensOn" label="Opens on" type="date" hint="At midnight UTC." short />
            <TextInput name="closesOn" label="Closes on" type="date" hint="At midnight UTC." short />
            <TextArea name="terms" label="What it offers, and further terms" hint="Public." rows={3} />
            <div className="actions">
              <SubmitButton icon="users" busy="Asking">
                Ask a second person to publish it
              </SubmitButton>
            </div>
          </Form>
        </section>
      )}
    </div>
  )
}
