import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requirePerson } from '@/app/require-person'
import { LabelName } from '@/components/labels/label-name'
import { Sort } from '@/components/labels/sort'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Notice } from '@/components/ui/notice'
import { SectionHead } from '@/components/ui/section-head'
import { Badge } from '@/components/ui/status'
import { labelForOfficers } from '@/domain/labels/officer-queries'
import { publicStatus } from '@/domain/labels/public-status'
import { labelStateWords } from '@/domain/labels/release-words'
import { parseLabel } from '@/domain/labels/rules'
import { spell } from '@/domain/labels/spell'
import { currentActor } from '@/lib/access/current-actor'
import { may } from '@/lib/access/policy'
import { viewerZone } from '@/lib/time/viewer-zone'
import { LabelActs } from './_parts/label-acts'
import { LabelFacts } from './_parts/label-facts'
import { LabelHistory } from './_parts/label-history'
import { LabelReleases } from './_parts/label-releases'

type Props = PageProps<'/admin/labels/[label]'>

async function read({ params }: Props) {
  const parsed = parseLabel((await params).label)
  return parsed.ok ? labelForOfficers(await currentActor(), { label: parsed.label }) : undefined
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const row = await read(props)
  return { title: row ? `${row.label}.org, for officers` : 'Not found' }
}

export default async function LabelPage(props: Props) {
  const person = await requirePerson()
  const row = await read(props)
  if (!row) notFound()
  const zone = await viewerZone()
  const { label, roundState, lotState, suspendedFrom } = row
  const offer = roundState && lotState ? { round: roundState, lot: lotState, suspendedFrom } : undefined
  const status = publicStatus(row.state, offer)
  return (
    <div className="wrap page">
      <Breadcrumb items={[{ text: 'Names', href: '/admin/labels' }, { text: `${label}.org` }]} />
      <div className="row mt-4 [--gap:1.4rem]">
        <Sort label={label} status={status} size={76} decorative />
        <div>
          <h1>
            <LabelName label={label} spelled={false} />
          </h1>
          <p className="row [--gap:.8rem] soft">
            {spell(label)} <Badge status={status} word={labelStateWords[row.state]} />
          </p>
        </div>
      </div>
      {row.flaggedAt && (
        <div className="mt-5">
          <Notice tone="warn" title="Flagged: no new round can contain this name">
            {row.flagReason}
          </Notice>
        </div>
      )}
      <div className="two mt-6">
        <div className="space-y-10">
          <LabelFacts row={row} zone={zone} />
          <LabelReleases releases={row.releases} zone={zone} />
          <LabelHistory moves={row.moves} zone={zone} />
        </div>
        <div>
          <SectionHead title="What can be done" minor />
          {may(person, 'label.release') === 'yes' ? (
            <LabelActs label={label} state={row.state} flagged={row.flaggedAt !== null} inRound={!!offer} />
          ) : (
            <p className="soft">Programme officers release, withhold and flag names.</p>
          )}
        </div>
      </div>
    </div>
  )
}
