import { desc, eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { mailOutbox } from '@/db/schema/system'
import { assignCase } from '@/domain/cases/assign-case'
import { confirmReport } from '@/domain/cases/confirm-report'
import { decideCase } from '@/domain/cases/decide-case'
import { readCaseKey } from '@/domain/cases/links'
import { reportConfusion } from '@/domain/cases/report-confusion'
import { writeLetter } from '@/domain/cases/write-letter'
import { anyone } from '@/lib/access/actor'
import { byTwo, day, done, type Story, type World } from './world'

/** Two reports of confusing use: one decided, one that came in yesterday (R13.1). */
export async function* reportNames({ clock, dana, miro }: World): Story {
  yield day(clock.now, -30, '09:00')
  const first = await report({
    label: 'jy',
    organisation: 'Example Islands, Department of Travel (fictional)',
    name: 'Ines Island',
    email: 'desk@travel.islands.example',
    url: 'https://jy.org/permits',
    report:
      'Travellers show us permits that they say they bought on this page. It bears our crest, and is not ours.',
  })
  await done(assignCase(dana, { caseId: first, userId: dana.userId }))
  yield day(clock.now, -28, '10:00')
  const text =
    'The name jy.org is released but not registered, so there is no page on it. Could it be another domain?'
  await done(writeLetter(dana, { caseId: first, to: 'reporter', text }))
  yield day(clock.now, -24, '16:00')
  const reason = 'The name jy.org is not registered. The page that was meant lies on a domain outside .ORG.'
  await byTwo(decideCase(dana, { caseId: first, finding: 'not-established', action: 'none', reason }), miro)
  yield day(clock.now, -1, '11:00')
  await report({
    label: 'zz',
    organisation: 'Example Registry of Zed (fictional)',
    name: 'Zora Zed',
    email: 'policy@registry.zed.example',
    url: 'https://zz.org/',
    report:
      'We hear that this name is about to be offered. Its users could take it for an official site of ours.',
  })
}

/** Reports and confirms by the link of the letter. */
async function report(what: { email: string; [field: string]: string }): Promise<string> {
  await done(reportConfusion(anyone, { ...what, capacity: 'government' }))
  const [letter] = await database()
    .select()
    .from(mailOutbox)
    .where(eq(mailOutbox.to, what.email))
    .orderBy(desc(mailOutbox.id))
    .limit(1)
  const token = /\/confirm\/(\S+)/.exec(letter?.text ?? '')?.[1] ?? ''
  const { key } = await done(confirmReport(anyone, { token }))
  return readCaseKey(key)!
}
