import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { requirePerson } from '@/app/require-person'
import { SectionForm } from '@/components/applications/section-form'
import { BackLink } from '@/components/ui/breadcrumb'
import { sectionToWrite } from '@/domain/applications/queries'
import { isAccepting, isEditable } from '@/domain/applications/rules'
import { countries } from '@/domain/organisations/countries'
import { problemsOf } from '@/domain/plans/check-section'
import { planSections, type Question } from '@/domain/plans/sections'
import { processNow } from '@/lib/clock'
import { viewerZone } from '@/lib/time/viewer-zone'
import { ApplicationSide } from '../../../_parts/application-side'
import { OrganisationProfile } from '../../../_parts/organisation-profile'
import { asksForCompletion } from '../../../_parts/section-form-data'
import { saveSection } from '../../../actions'

type Props = {
  params: Promise<{ applicationId: string; section: string }>
  searchParams: Promise<{ problems?: string; more?: string }>
}

const load = cache(async (applicationId: string, section: string) => {
  const person = await requirePerson()
  const page = await sectionToWrite(person, { applicationId, section })
  if (!page) notFound()
  return { person, ...page }
})

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { applicationId, section: id } = await params
  const { section } = await load(applicationId, id)
  return { title: `${(await searchParams).problems ? 'Error: ' : ''}${section.task}` }
}

/** One section of an application on a page of its own. */
export default async function SectionPage({ params, searchParams }: Props) {
  const { applicationId, section: id } = await params
  const { person, application, round, lot, organisation, section, content, draft } = await load(
    applicationId,
    id,
  )
  const base = `/portal/applications/${applicationId}`
  if (!isEditable(application.state) || !isAccepting(round, processNow())) redirect(base)
  const { problems, more } = await searchParams
  const part = planSections.indexOf(section)
  const name = `${lot.label}.org`
  return (
    <div className="wrap">
      <div className="application">
        <div className="question">
          <BackLink href={base}>Back to your tasks</BackLink>
          {part >= 0 && (
            <p className="eyebrow mt-[1.4rem]">
              Your branding plan, {part + 1} of {planSections.length}
            </p>
          )}
          <h1 className={part >= 0 ? 'mt-[.35rem]' : undefined}>{section.title.replace('{name}', name)}</h1>
          <p className="soft mb-6">{section.lead}</p>
          {section.id === 'organisation' && (
            <OrganisationProfile organisation={organisation} next={`${base}/sections/${id}`} />
          )}
          <SectionForm
            action={saveSection}
            applicationId={applicationId}
            userId={person.userId}
            section={{ id: section.id, questions: section.questions }}
            saved={{
              content: withOwners(section.id, content, organisation),
              version: draft?.version ?? 0,
              completed: draft?.completed ?? false,
              at: draft?.updatedAt.toISOString() ?? null,
              by: draft?.updatedBy ?? null,
            }}
            problems={problems && draft ? problemsOf(section, { ...draft, content }, round) : {}}
            asksForCompletion={asksForCompletion(section)}
            multiple={round.settings.depositMultiple}
            more={more}
            countries={section.questions.some(asksCountry) ? countryOptions : []}
            zone={await viewerZone()}
          />
        </div>
        <ApplicationSide applicationId={applicationId} />
      </div>
    </div>
  )
}

type Loaded = Awaited<ReturnType<typeof load>>

const asksCountry = (question: Question) =>
  question.kind === 'rows' && question.columns.some(({ kind }) => kind === 'country')

const countryOptions = countries.map(({ code, name }) => ({ value: code, label: name }))

/** The owners that the organisation's profile names are not asked for twice. */
function withOwners(id: string, content: Loaded['content'], organisation: Loaded['organisation']) {
  if (id !== 'owners' || (content.owners?.length ?? 0) > 0) return content
  return {
    owners: organisation.beneficialOwners.map(({ name, country, share }) => ({ name, country, share })),
  }
}
