import Link from 'next/link'
import { When } from '@/components/time/when'
import { Notice } from '@/components/ui/notice'
import { casesToAnswer } from '@/domain/cases/own-queries'
import { transfersToAgree } from '@/domain/transfers/queries'
import type { Person } from '@/lib/access/actor'

/** What waits for an answer of one's organisations beside applications: reports of confusing use, names that are to pass to them. */
export async function AskedOfYou({ person, zone }: { person: Person; zone: string }) {
  const cases = (await casesToAnswer(person, undefined)) ?? []
  const passing = (await transfersToAgree(person, undefined)) ?? []
  if (cases.length + passing.length === 0) return null
  return (
    <div className="stack mt-6">
      {cases.map(({ id, label, number, answerBy }) => (
        <Notice key={id} tone="warn" title={`Somebody reported confusing use of ${label}.org`}>
          <Link href={`/portal/cases/${id}`} prefetch={false}>
            Read case {number} and answer
          </Link>{' '}
          before <When at={answerBy} zone={zone} />.
        </Notice>
      ))}
      {passing.map(({ id, label, from }) => (
        <Notice key={id} tone="warn" title={`${from} asks that ${label}.org pass to you`}>
          <Link href={`/portal/transfers/${id}`} prefetch={false}>
            Read what you would take over
          </Link>
        </Notice>
      ))}
    </div>
  )
}
