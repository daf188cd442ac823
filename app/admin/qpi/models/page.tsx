import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requirePerson } from '@/app/require-person'
import { ModelTable } from '@/components/qpi/model-table'
import { PlaceholderNotice } from '@/components/qpi/placeholder-notice'
import { When } from '@/components/time/when'
import { Button } from '@/components/ui/button'
import { SectionHead } from '@/components/ui/section-head'
import { monthWords } from '@/domain/qpi/months'
import { modelVersions } from '@/domain/qpi-models/queries'
import { may } from '@/lib/access/policy'
import { viewerZone } from '@/lib/time/viewer-zone'
import { QpiTabs } from '../_parts/qpi-tabs'

export const metadata: Metadata = { title: 'Models of the Quality Performance Index' }

/** Every version of the model: none is ever changed (R15.2). */
export default async function ModelsPage() {
  const person = await requirePerson()
  const versions = await modelVersions(person, undefined)
  if (!versions) notFound()
  const zone = await viewerZone()
  const [newest] = versions
  return (
    <div className="wrap page space-y-8">
      <header className="space-y-3">
        <h1>Models</h1>
        <p className="lede">
          A version says what is weighed how, from a month on. It is never changed: another one is published
          by two people, after looking at its effect.
        </p>
      </header>
      <QpiTabs current="models" />
      {newest?.placeholder && <PlaceholderNotice version={newest.version} />}
      {may(person, 'qpi-model.publish') === 'yes' && (
        <Button href="/admin/qpi/models/new" icon="pen-line">
          Prepare another version
        </Button>
      )}
      {versions.map(({ version, content, contentHash, validFrom, publishedAt, publishedBy, reason }) => (
        <section key={version} aria-labelledby={`model-${version}`} className="stack">
          <SectionHead title={version} id={`model-${version}`}>
            From {monthWords(validFrom)}
          </SectionHead>
          <p>{reason}</p>
          <ModelTable model={content} />
          <p className="small muted">
            {publishedBy ? 'Published' : 'Came with the portal'} <When at={publishedAt} zone={zone} />.
            SHA-256 <span className="mono break-all">{contentHash}</span>
          </p>
        </section>
      ))}
    </div>
  )
}
