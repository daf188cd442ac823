import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requirePerson } from '@/app/require-person'
import { BackLink } from '@/components/ui/breadcrumb'
import { Form } from '@/components/ui/form'
import { Notice } from '@/components/ui/notice'
import { Select } from '@/components/ui/select'
import { SubmitButton } from '@/components/ui/submit-button'
import { ownExpertise } from '@/domain/assignments/queries'
import { fields, levelWords } from '@/domain/assignments/rules'
import { stateKnowledge } from '../../actions'

export const metadata: Metadata = { title: 'What you know about' }

/** What a computed assignment goes by: how much a reviewer knows of each field of work (R6.3). */
export default async function ExpertisePage({ searchParams }: PageProps<'/review/expertise'>) {
  const known = await ownExpertise(await requirePerson(), {})
  if (!known) notFound()
  const { saved } = await searchParams
  return (
    <div className="wrap page">
      <div className="question stack">
        <BackLink href="/review">Back to your reviews</BackLink>
        <h1>What you know about</h1>
        <p className="lede">
          Plans go to those who know their field. Say how much you know of each; only the panel’s chair and
          the programme see it.
        </p>
        {saved !== undefined && <Notice tone="good" title="Saved. It counts in the next assignment." />}
        <Form action={stateKnowledge}>
          {Object.entries(fields).map(([field, name]) => (
            <Select
              key={field}
              name={`levels.${field}`}
              label={name}
              defaultValue={String(known[field] ?? 0)}
              options={levelWords.map((word, level) => ({ value: String(level), label: word }))}
            />
          ))}
          <div className="actions ruled">
            <SubmitButton>Save</SubmitButton>
          </div>
        </Form>
      </div>
    </div>
  )
}
