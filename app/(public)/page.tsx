import type { Metadata } from 'next'
import { catalogue } from '@/domain/labels/public-queries'
import { publicResults } from '@/domain/results/public-queries'
import { publicPhases } from '@/domain/rounds/public-queries'
import { processNow } from '@/lib/clock'
import { viewerZone } from '@/lib/time/viewer-zone'
import { Hero } from './_parts/hero'
import { HowItWorks } from './_parts/how-it-works'
import { LatestResults } from './_parts/latest-results'
import { OpenNow } from './_parts/open-now'
import { PhaseTimetable } from './_parts/phase-timetable'

export const metadata: Metadata = {
  title: { absolute: 'Short names in .ORG, allocated in the open' },
  description:
    'The 1,332 one- and two-character .ORG names: what is on offer, who applied, how each was decided. By Public Interest Registry.',
}

export default async function Home() {
  const [entries, phases, results, zone] = await Promise.all([
    catalogue(),
    publicPhases(),
    publicResults(),
    viewerZone(),
  ])
  const now = processNow()
  const phase = phases.findLast(({ rounds }) => rounds.length > 0)
  return (
    <div className="wrap pb-18">
      <Hero entries={entries} now={now} />
      <OpenNow phases={phases} zone={zone} now={now} />
      {phase && <PhaseTimetable phase={phase} zone={zone} now={now} />}
      <HowItWorks />
      <LatestResults results={results} zone={zone} />
    </div>
  )
}
