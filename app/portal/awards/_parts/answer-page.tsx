import { redirect } from 'next/navigation'
import { SecondFactorFirst } from '@/app/second-factor-first'
import { BackLink } from '@/components/ui/breadcrumb'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { overdue } from '@/domain/awards/deadlines'
import { may } from '@/lib/access/policy'
import { processNow } from '@/lib/clock'
import type { FormState } from '@/lib/form-action'
import type { loadAward } from './load-award'

/** One page between the wish and the deed: the name read back in words (R17.2), what follows, and one button. */
export function AnswerPage({
  found: { person, award },
  answer,
  title,
  confirm,
  action,
  children,
}: {
  found: Awaited<ReturnType<typeof loadAward>>
  answer: 'accept' | 'decline'
  title: React.ReactNode
  confirm: string
  action: (previous: FormState, form: FormData) => Promise<FormState>
  children: React.ReactNode
}) {
  const base = `/portal/awards/${award.id}`
  if (award.state !== 'offered' || !award.mayAnswer || overdue(award, processNow())) redirect(base)
  const strong = may(person, `award.${answer}`) !== 'second-factor-needed'
  return (
    <div className="wrap page">
      <div className="question">
        <BackLink href={base}>Back to the award</BackLink>
        <h1 className="mt-6 mb-4">{title}</h1>
        {children}
        {strong ? (
          <Form action={action} className="form mt-6">
            <input type="hidden" name="awardId" value={award.id} />
            <Checkbox name="confirmed" label={confirm} required />
            <div className="actions">
              <SubmitButton variant={answer === 'accept' ? 'primary' : 'danger'}>
                {answer === 'accept' ? 'Accept' : 'Decline'} {award.label}.org
              </SubmitButton>
              <Button href={base}>Go back</Button>
            </div>
          </Form>
        ) : (
          <div className="mt-6">
            <SecondFactorFirst here={`${base}/${answer}`}>
              The answer binds {award.organisation}.
            </SecondFactorFirst>
          </div>
        )}
      </div>
    </div>
  )
}
