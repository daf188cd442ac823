import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requirePerson } from '@/app/require-person'
import { BackLink } from '@/components/ui/breadcrumb'
import { Form } from '@/components/ui/form'
import { Notice } from '@/components/ui/notice'
import { Select } from '@/components/ui/select'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { ownExpertise, ownPosts } from '@/domain/assignments/queries'
import { fields, levelWords } from '@/domain/assignments/rules'
import { sayWhereYouWork, stateKnowledge } from '../../actions'

export const metadata: Metadata = { title: 'What you know about' }

/** What a computed assignment goes by: how much a reviewer knows of each field of work (R6.3). */
export default async function ExpertisePage({ searchParams }: PageProps<'/review/expertise'>) {
  const person = await requirePerson()
  const known = await ownExpertise(person, {})
  const posts = await ownPosts(person, {})
  if (!known || !posts) notFound()
  const { saved, posts: told } = await searchParams
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
        <section className="stack sec" id="posts">
          <h2>Where you work and worked</h2>
          <p className="soft">
            Employers, boards and memberships of the last five years. If one of them applies, the chair sees a
            sign of a conflict, and you are asked before you see the plan.
          </p>
          {told !== undefined && <Notice tone="good" title="Saved. It counts from the next assignment on." />}
          <Form action={sayWhereYouWork}>
            <TextArea
              name="organisations"
              label="Organisations"
              hint="One on each line, by its full name."
              defaultValue={posts.join('\n')}
              rows={4}
              optional
            />
            <div className="actions ruled">
              <SubmitButton>Save the organisations</SubmitButton>
            </div>
          </Form>
        </section>
      </div>
    </div>
  )
}
