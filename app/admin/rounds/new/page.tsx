import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requirePerson } from '@/app/require-person'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { EmptyState } from '@/components/ui/empty-state'
import { Form } from '@/components/ui/form'
import { RadioGroup } from '@/components/ui/radio-group'
import { Select } from '@/components/ui/select'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import { formatSentences, formatWords, offeredFormats } from '@/domain/rounds/format-words'
import { phasesForOfficers } from '@/domain/rounds/officer-queries'
import { phaseName } from '@/domain/rounds/round-name'
import { may } from '@/lib/access/policy'
import { newId } from '@/lib/ids'
import { listZones } from '@/lib/time/zones'
import { EnterLocalTime } from '../[roundId]/_parts/enter-local-time'
import { draftRound } from '../actions'

export const metadata: Metadata = { title: 'New round' }

export default async function NewRoundPage() {
  const person = await requirePerson()
  const phases = await phasesForOfficers(person, undefined)
  if (!phases || may(person, 'round.create') !== 'yes') notFound()
  return (
    <div className="wrap page">
      <Breadcrumb items={[{ text: 'Rounds', href: '/admin/rounds' }, { text: 'New round' }]} />
      <h1 className="mt-3">New round</h1>
      {phases.length === 0 ? (
        <EmptyState title="There is no phase yet">
          <a href="/admin/phases">Make a phase first</a>
        </EmptyState>
      ) : (
        <div className="stack max-w-[46rem]">
          <p className="lede">
            The round begins as a draft with the standard rubric and settings and a proposed timetable. You
            change what you like; two officers approve it.
          </p>
          <Form action={draftRound} idempotencyKey={newId('key')}>
            <Select
              name="phaseId"
              label="Phase"
              options={phases.map((phase) => ({
                value: phase.id,
                label: phaseName(phase),
              }))}
            />
            <TextInput name="name" label="Name of the round" maxLength={120} required />
            <TextArea name="summary" label="Summary" rows={3} maxLength={2000} optional />
            <RadioGroup
              name="format"
              label="Format"
              hint="It cannot be changed later: each format has settings of its own."
              defaultValue="open-ascending"
              options={offeredFormats.map((format) => ({
                value: format,
                label: formatWords[format],
                hint: formatSentences[format],
              }))}
            />
            <Select
              name="zone"
              label="Time zone of the timetable"
              defaultValue={person.timeZone ?? 'UTC'}
              options={listZones().map((zone) => ({ value: zone, label: zone }))}
            />
            <EnterLocalTime
              name="applicationsOpenAt"
              label="Applications open"
              hint="In that zone. The other dates are proposed from it."
              local=""
            />
            <div className="actions ruled">
              <SubmitButton busy="Drafting">Draft the round</SubmitButton>
            </div>
          </Form>
        </div>
      )}
    </div>
  )
}
