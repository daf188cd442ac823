import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { requirePerson } from '@/app/require-person'
import { BackLink } from '@/components/ui/breadcrumb'
import { Notice } from '@/components/ui/notice'
import { registrarOfApplication } from '@/domain/applications/queries'
import { isAccepting, isEditable } from '@/domain/applications/rules'
import { searchSponsors } from '@/domain/sponsorships/queries'
import { processNow } from '@/lib/clock'
import { ApplicationSide } from '../../_parts/application-side'
import { AskRegistrar } from '../../_parts/ask-registrar'
import { FindRegistrar } from '../../_parts/find-registrar'

type Props = {
  params: Promise<{ applicationId: string }>
  searchParams: Promise<{ q?: string; change?: string; asked?: string }>
}

const load = cache(async (applicationId: string) => {
  const person = await requirePerson()
  const page = await registrarOfApplication(person, { applicationId })
  if (!page) notFound()
  return { person, ...page }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await load((await params).applicationId)
  return { title: 'Ask your registrar to sponsor you' }
}

/** Naming the sponsoring registrar, and asking it by a letter (R4.2). */
export default async function RegistrarPage({ params, searchParams }: Props) {
  const { applicationId } = await params
  const { q = '', change, asked } = await searchParams
  const { person, application, round, registrar } = await load(applicationId)
  const base = `/portal/applications/${applicationId}`
  if (!isEditable(application.state) || !isAccepting(round, processNow())) redirect(base)
  const results = await searchSponsors(person, { text: q })
  return (
    <div className="wrap">
      <div className="application">
        <div className="question">
          <BackLink href={base}>Back to your tasks</BackLink>
          <h1>Which registrar will sponsor you?</h1>
          <p className="soft mb-6">
            Names are allocated only through registrars accredited by ICANN. Yours confirms, by a link we mail
            to it, that it will create the name for you.
          </p>
          {asked && (
            <div className="mb-6" role="status">
              <Notice tone="good" title="We asked your registrar">
                The link answers once and works for 14 days. You get a letter as soon as it is answered.
              </Notice>
            </div>
          )}
          {registrar && !change ? (
            <AskRegistrar applicationId={applicationId} registrar={registrar} />
          ) : (
            <FindRegistrar
              applicationId={applicationId}
              text={q}
              found={results?.found ?? []}
              more={results?.more ?? false}
              changing={registrar !== undefined}
            />
          )}
        </div>
        <ApplicationSide applicationId={applicationId} />
      </div>
    </div>
  )
}
