import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requirePerson } from '@/app/require-person'
import { When } from '@/components/time/when'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { EmptyState } from '@/components/ui/empty-state'
import { Form } from '@/components/ui/form'
import { SectionHead } from '@/components/ui/section-head'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import { phasesForOfficers } from '@/domain/rounds/officer-queries'
import { phaseName } from '@/domain/rounds/round-name'
import { may } from '@/lib/access/policy'
import { newId } from '@/lib/ids'
import { viewerZone } from '@/lib/time/viewer-zone'
import { addPhase, showPhase } from '../rounds/actions'

export const metadata: Metadata = { title: 'Phases' }

export default async function PhasesPage() {
  const person = await requirePerson()
  const phases = await phasesForOfficers(person, undefined)
  if (!phases) notFound()
  const zone = await viewerZone()
  return (
    <div className="wrap page">
      <Breadcrumb items={[{ text: 'Rounds', href: '/admin/rounds' }, { text: 'Phases' }]} />
      <h1>Phases</h1>
      <p className="lede">A phase is a published stage of the Programme; it holds rounds (R3.1).</p>
      <div className="two mt-6">
        <div className="space-y-8">
          {phases.length === 0 && <EmptyState title="There is no phase yet" />}
          {phases.map((phase) => (
            <section key={phase.id} aria-labelledby={phase.id}>
              <SectionHead title={phaseName(phase)} id={phase.id} minor>
                {phase.rounds.length === 1 ? 'One round' : `${phase.rounds.length} rounds`}
              </SectionHead>
              {phase.summary && <p className="mt-3">{phase.summary}</p>}
              <div className="mt-3">
                {phase.publishedAt ? (
                  <p className="small muted">
                    Published <When at={phase.publishedAt} zone={zone} />
                  </p>
                ) : may(person, 'phase.publish') === 'yes' ? (
                  <Form action={showPhase} className="row">
                    <input type="hidden" name="phaseId" value={phase.id} />
                    <SubmitButton variant="default" size="s" icon="eye" busy="Publishing">
                      Publish
                    </SubmitButton>
                    <span className="small muted">Everyone sees it from then on.</span>
                  </Form>
                ) : (
                  <p className="small muted">Not published</p>
                )}
              </div>
            </section>
          ))}
        </div>
        {may(person, 'phase.create') === 'yes' && (
          <section aria-labelledby="new-phase">
            <SectionHead title="New phase" id="new-phase" minor />
            <div className="mt-4">
              <Form action={addPhase} idempotencyKey={newId('key')}>
                <TextInput name="name" label="Name of the phase" maxLength={120} required />
                <TextArea name="summary" label="Summary" rows={4} maxLength={2000} optional />
                <div className="actions">
                  <SubmitButton variant="default" icon="plus" busy="Adding">
                    Add the phase
                  </SubmitButton>
                </div>
              </Form>
            </div>
          </section>
        )}
      </div>
    </div>
  )
}
