import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { AwardNews } from '@/components/awards/award-news'
import { statusWords } from '@/components/labels/status-words'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { publicBuildOut } from '@/domain/commitments/public-queries'
import { nextStep } from '@/domain/labels/next-step'
import { publicLabel } from '@/domain/labels/public-label'
import { readViewer } from '@/domain/labels/read-viewer'
import { parseLabel } from '@/domain/labels/rules'
import { spell } from '@/domain/labels/spell'
import { publicResult } from '@/domain/results/public-queries'
import { currentActor } from '@/lib/access/current-actor'
import { processNow } from '@/lib/clock'
import { viewerZone } from '@/lib/time/viewer-zone'
import { HowItWent, wasBidFor } from '../../_parts/how-it-went'
import { BuildOut } from './_parts/build-out'
import { Identity } from './_parts/identity'
import { Judging } from './_parts/judging'
import { LookAlikes } from './_parts/look-alikes'
import { NextStepPane } from './_parts/next-step-pane'
import { Provenance } from './_parts/provenance'
import { ReleaseGround } from './_parts/release-ground'
import { WhatHappensWhen } from './_parts/what-happens-when'

type Props = PageProps<'/labels/[label]'>

/** Once per request: the page and its metadata ask the same. */
const load = cache(async (written: string) => {
  const parsed = parseLabel(decoded(written))
  const name = parsed.ok ? await publicLabel(parsed.label) : undefined
  return name && { name, canonical: written === name.label }
})

/** What the address says; a broken escape is read as it stands and is then no name. */
function decoded(written: string): string {
  try {
    return decodeURIComponent(written)
  } catch {
    return written
  }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await load((await params).label)
  if (!found) return { title: 'No such name' }
  const { label, status } = found.name
  return {
    title: `${label}.org`,
    description: `${label}.org (${spell(label)}): ${statusWords[status].word}. Where the name stands, what is next, and every move it made.`,
    alternates: { canonical: `/labels/${label}` },
  }
}

export default async function LabelPage({ params }: Props) {
  const found = await load((await params).label)
  if (!found) notFound()
  const { name } = found
  if (!found.canonical) redirect(`/labels/${name.label}`)
  const decided = name.status === 'awarded' || name.status === 'allocated'
  const [viewer, result, zone, promised] = await Promise.all([
    readViewer(await currentActor(), name.offer?.lotId),
    decided ? publicResult(name.label) : undefined,
    viewerZone(),
    decided ? publicBuildOut(name.label) : undefined,
  ])
  const now = processNow()
  const step = nextStep(
    { ...name, result: result && { paymentDueAt: result.round.paymentDueAt, award: result.award } },
    viewer,
  )
  const first = name.label.slice(0, 1)
  return (
    <div className="wrap page">
      <Breadcrumb
        items={[
          { text: 'Catalogue', href: '/labels' },
          { text: `Begins with ${first}`, href: `/labels?first=${first}` },
          { text: <span className="label">{name.label}</span> },
        ]}
      />
      <Identity name={name} result={result}>
        <NextStepPane step={step} offer={name.offer} zone={zone} now={now} />
      </Identity>
      <div className="aside">
        <div className="stack [--gap:var(--s-7)]">
          {result && wasBidFor(result) && <HowItWent result={result} />}
          {promised && <BuildOut found={promised} zone={zone} now={now} />}
          <WhatHappensWhen name={name} zone={zone} now={now} />
          {result?.course && <AwardNews course={result.course} zone={zone} />}
          <Provenance name={name} zone={zone} />
        </div>
        <aside className="stack [--gap:var(--s-7)]">
          {name.offer && <Judging offer={name.offer} />}
          <ReleaseGround name={name} zone={zone} />
          <LookAlikes alike={name.alike} />
        </aside>
      </div>
    </div>
  )
}
