import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requirePerson } from '@/app/require-person'
import { AppealText } from '@/components/qpi/appeal-text'
import { PlaceholderNotice } from '@/components/qpi/placeholder-notice'
import { QualitySections } from '@/components/qpi/quality-sections'
import { StepList } from '@/components/qpi/step-list'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { EmptyState } from '@/components/ui/empty-state'
import { Form } from '@/components/ui/form'
import { SectionHead } from '@/components/ui/section-head'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { ownQuality } from '@/domain/qpi-scores/registrar-queries'
import { newId } from '@/lib/ids'
import { viewerZone } from '@/lib/time/viewer-zone'
import { appeal } from './actions'

export const metadata: Metadata = { title: 'Quality of your names' }

/** A registrar’s own score, where it comes from, what would help, and its appeal (R15.4). */
export default async function OwnQualityPage() {
  const person = await requirePerson()
  const own = await ownQuality(person, undefined)
  if (!own) notFound()
  const { registrar, quality } = own
  const zone = await viewerZone()
  const mayAppeal = quality && !quality.appeals.some(({ runId }) => runId === quality.last.run.id)
  return (
    <div className="wrap page space-y-8">
      <header className="space-y-3">
        <Breadcrumb items={[{ text: registrar.name, href: '/registrar' }, { text: 'Quality' }]} />
        <h1>Quality of your names</h1>
        <p className="lede">
          How your names under .ORG do in PIR’s Quality Performance Index, every figure with the file it
          stands in. No other registrar sees this page, and you see no other by name.
        </p>
      </header>
      {!quality ? (
        <EmptyState title="You have no score yet" sorts={false}>
          It appears here once a month with names of yours is computed.
        </EmptyState>
      ) : (
        <>
          {quality.last.run.placeholder && <PlaceholderNotice version={quality.last.run.modelVersion} />}
          <QualitySections quality={quality} zone={zone} market="The market, without names" />
          <section aria-labelledby="steps" className="stack">
            <SectionHead title="What you agreed with PIR" id="steps" />
            <StepList steps={quality.steps} />
          </section>
          <section aria-labelledby="appeal" className="stack">
            <SectionHead title="Appeal" id="appeal" />
            {quality.appeals.map((each) => (
              <AppealText key={each.id} appeal={each} zone={zone} />
            ))}
            {mayAppeal && (
              <Form action={appeal} idempotencyKey={newId('qap')}>
                <input type="hidden" name="runId" value={quality.last.run.id} />
                <TextArea
                  name="text"
                  label="What is wrong?"
                  hint="Name the figure and what it should be. You can appeal once against each computation; a corrected figure is computed again for everybody to see."
                  rows={4}
                  maxLength={4000}
                />
                <div className="actions">
                  <SubmitButton busy="Sending">Appeal</SubmitButton>
                </div>
              </Form>
            )}
          </section>
        </>
      )}
    </div>
  )
}
