import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requirePerson } from '@/app/require-person'
import { PlaceholderNotice } from '@/components/qpi/placeholder-notice'
import { QualitySections } from '@/components/qpi/quality-sections'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { registrarName } from '@/domain/qpi/registrar-name'
import { qualityForOfficers } from '@/domain/qpi-scores/registrar-queries'
import { currentActor } from '@/lib/access/current-actor'
import { may } from '@/lib/access/policy'
import { viewerZone } from '@/lib/time/viewer-zone'
import { Appeals } from '../_parts/appeals'
import { Notes } from '../_parts/notes'
import { Steps } from '../_parts/steps'

type Props = PageProps<'/admin/qpi/registrars/[ianaId]'>

async function read({ params }: Props) {
  const { ianaId } = await params
  if (!/^[1-9]\d{0,8}$/.test(ianaId)) return undefined
  return qualityForOfficers(await currentActor(), { ianaId: Number(ianaId) })
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const quality = await read(props)
  return { title: quality ? registrarName(quality) : 'Not found' }
}

/** A registrar’s quality, and what its account manager keeps of it (R15.4). */
export default async function RegistrarQualityPage(props: Props) {
  const person = await requirePerson()
  const quality = await read(props)
  if (!quality) notFound()
  const zone = await viewerZone()
  const acts = may(person, 'qpi-note.add') === 'yes'
  return (
    <div className="wrap page space-y-8">
      <header className="space-y-3">
        <Breadcrumb items={[{ text: 'Quality', href: '/admin/qpi' }, { text: registrarName(quality) }]} />
        <h1>{registrarName(quality)}</h1>
        <p className="lede">IANA id {quality.ianaId}</p>
      </header>
      {quality.last.run.placeholder && <PlaceholderNotice version={quality.last.run.modelVersion} />}
      <QualitySections quality={quality} zone={zone} market="Among all registrars" />
      <Appeals appeals={quality.appeals} zone={zone} acts={acts} />
      <Steps ianaId={quality.ianaId} steps={quality.steps} acts={acts} />
      <Notes ianaId={quality.ianaId} notes={quality.notes} zone={zone} acts={acts} />
    </div>
  )
}
