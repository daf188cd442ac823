import { and, count, eq, gt } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { caseEntries } from '@/db/schema/cases'
import { refuse } from '@/lib/errors'
import { newId } from '@/lib/ids'
import type { Letter } from '@/lib/mail'
import { officerLetters } from './letters'
import type { NumberedCase } from './lock-case'
import { MOST_REPLIES_A_DAY } from './rules'

const DAY = 86_400_000

type Reply = { file: NumberedCase; text: string; at: Date } & (
  | { side: 'reporter' }
  | { side: 'registrant'; organisationId: string; writtenBy: string }
)

/** Keeps what a side of a case wrote, and tells officers that it did. Refuses: request.too-many. */
export async function saveReply(tx: Tx, { file, text, at, ...by }: Reply): Promise<Letter[]> {
  const { side } = by
  const [today] = await tx
    .select({ replies: count() })
    .from(caseEntries)
    .where(
      and(
        eq(caseEntries.caseId, file.id),
        eq(caseEntries.kind, 'reply'),
        eq(caseEntries.party, side),
        gt(caseEntries.at, new Date(at.getTime() - DAY)),
      ),
    )
  if (today && today.replies >= MOST_REPLIES_A_DAY) throw refuse('request.too-many', { seconds: DAY / 1000 })
  const id = newId('cae', at)
  const author =
    by.side === 'registrant' ? { organisationId: by.organisationId, writtenBy: by.writtenBy } : {}
  await tx
    .insert(caseEntries)
    .values({ id, caseId: file.id, kind: 'reply', party: side, text, at, ...author })
  return officerLetters(tx, file, {
    about: `the ${side} wrote`,
    text: `The ${side} in case ${file.number}, ${file.label}.org, wrote to you.`,
    effect: `case-reply:${id}`,
  })
}
