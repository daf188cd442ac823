import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requirePerson } from '@/app/require-person'
import { PlaceholderNotice } from '@/components/qpi/placeholder-notice'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Notice } from '@/components/ui/notice'
import { SectionHead } from '@/components/ui/section-head'
import { Content } from '@/domain/qpi/model'
import { modelVersions } from '@/domain/qpi-models/queries'
import { previewModel } from '@/domain/qpi-scores/queries'
import { may } from '@/lib/access/policy'
import { readModelFields } from '../read-model-fields'
import { ModelEffect } from './_parts/model-effect'
import { ModelFields } from './_parts/model-fields'
import { PublishForm } from './_parts/publish-form'

export const metadata: Metadata = { title: 'Another version of the model' }

/** Prepares a version: its effect on the last month is looked at before anybody is asked to publish it (R15.2). */
export default async function NewModelPage({ searchParams }: PageProps<'/admin/qpi/models/new'>) {
  const person = await requirePerson()
  const versions = await modelVersions(person, undefined)
  const [present] = versions ?? []
  if (!present || may(person, 'qpi-model.publish') !== 'yes') notFound()
  const given = await searchParams
  const text = (name: string) => [given[name]].flat()[0] ?? ''
  const typed = given.minimumDomains === undefined ? undefined : Content.safeParse(readModelFields(text))
  const preview = typed?.success ? await previewModel(person, { content: typed.data }) : undefined
  return (
    <div className="wrap page space-y-8">
      <header className="space-y-3">
        <Breadcrumb items={[{ text: 'Models', href: '/admin/qpi/models' }, { text: 'Another version' }]} />
        <h1>Another version</h1>
        <p className="lede">
          Begin with what holds now. First look at the effect on the last month; then ask a second person to
          publish exactly that.
        </p>
      </header>
      {present.placeholder && <PlaceholderNotice version={present.version} />}
      {typed?.success === false && (
        <Notice tone="bad" title="This is no model yet">
          {typed.error.issues.map(({ message }) => message).join(' ')}
        </Notice>
      )}
      <ModelFields present={present.content} typed={given.minimumDomains === undefined ? undefined : text} />
      {typed?.success && preview && (
        <section aria-labelledby="effect" className="stack">
          <SectionHead title="Effect" id="effect" />
          <ModelEffect preview={preview} />
          <PublishForm fields={fieldsOf(given)} />
        </section>
      )}
    </div>
  )
}

/** What was previewed, to be sent as it is. */
function fieldsOf(given: Record<string, string | string[] | undefined>): [string, string][] {
  return Object.entries(given).flatMap(([name, value]): [string, string][] => {
    const one = [value].flat()[0]
    return one !== undefined && /^[a-zA-Z0-9.]{1,40}$/.test(name) ? [[name, one.slice(0, 400)]] : []
  })
}
