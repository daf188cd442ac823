import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requirePerson } from '@/app/require-person'
import { EmptyState } from '@/components/ui/empty-state'
import { SectionHead } from '@/components/ui/section-head'
import { statementsOverview } from '@/domain/statements/queries'
import { may } from '@/lib/access/policy'
import { viewerZone } from '@/lib/time/viewer-zone'
import { QuartersTable } from './_parts/quarters-table'
import { RecordForm } from './_parts/record-form'
import { SettingsSection } from './_parts/settings-section'
import { StatementTabs } from './_parts/statement-tabs'

export const metadata: Metadata = { title: 'Statements' }

/** The quarters and their statements under 7.2(a) (R14.1). */
export default async function StatementsPage() {
  const person = await requirePerson()
  const overview = await statementsOverview(person, undefined)
  if (!overview) notFound()
  const zone = await viewerZone()
  const mayRecord = may(person, 'statement.record-figures') === 'yes'
  return (
    <div className="wrap page">
      <h1>Statements</h1>
      <p className="lede">
        Every quarter the registry pays ICANN a fee for each annual increment. Its rate follows from the
        average annual price, in which the Programme’s revenue counts (R14.1).
      </p>
      <StatementTabs current="statements" />
      {overview.quarters.length === 0 ? (
        <EmptyState title="No quarter is recorded yet">
          Record what ordinary names brought in a quarter; its statement follows from it.
        </EmptyState>
      ) : (
        <QuartersTable quarters={overview.quarters} zone={zone} />
      )}
      {mayRecord && (
        <section className="sec" aria-labelledby="record">
          <SectionHead minor title="Record figures" id="record" />
          <RecordForm />
        </section>
      )}
      <SettingsSection
        settings={overview.settings}
        history={overview.history}
        mayChange={may(person, 'statement.change-settings') === 'yes'}
      />
    </div>
  )
}
