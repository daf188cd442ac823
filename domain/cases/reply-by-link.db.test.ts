import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeCase } from '@/db/factories/cases'
import { makePerson } from '@/db/factories/people'
import { mailOutbox } from '@/db/schema/system'
import { anyone } from '@/lib/access/actor'
import { newId } from '@/lib/ids'
import { caseKey, readCaseKey } from './links'
import { caseOfReporter } from './public-queries'
import { replyByLink } from './reply-by-link'
import { MOST_REPLIES_A_DAY } from './rules'

afterAll(closeDatabase)

const officer = () => makePerson({ roles: ['programme-officer'] })
const refusal = (code: string) => ({ ok: false, error: { code } })
const text = 'The page is taken down since this morning.'

describe('case.reply', () => {
  test('the reporter writes by its link, and officers hear that it did', async () => {
    const [one, { key }] = [await officer(), await makeCase()]
    expect(await replyByLink(anyone, { key, text })).toMatchObject({ ok: true })
    expect((await caseOfReporter(key))?.entries.map(({ kind }) => kind)).toEqual(['reply'])
    const letters = await database().select().from(mailOutbox).where(eq(mailOutbox.to, one.email))
    expect(letters.filter(({ subject }) => subject.endsWith('the reporter wrote'))).toHaveLength(1)
    expect(letters.map((letter) => letter.text).join()).not.toContain(text)
  })

  test('refuses no role: the link is the permission', async () => {
    const { key } = await makeCase()
    expect(await replyByLink(await makePerson(), { key, text })).toMatchObject({ ok: true })
  })

  test('refuses the stranger: a key of another side, another case, or nobody’s', async () => {
    const { id, key } = await makeCase()
    const signed = key.split('.')[2]
    for (const forged of [
      `${id}.h.${signed}`,
      `${newId('cas')}.r.${signed}`,
      `${id}.r.${'0'.repeat(64)}`,
      `${id}.r`,
      id,
      '',
    ]) {
      expect(readCaseKey(forged), forged).toBeUndefined()
      expect(await caseOfReporter(forged)).toBeUndefined()
      expect(await replyByLink(anyone, { key: forged, text })).toMatchObject(refusal('thing.not-found'))
    }
    const hidden = await makeCase({ confirmed: false })
    expect(await replyByLink(anyone, { key: hidden.key, text })).toMatchObject(refusal('thing.not-found'))
    expect(readCaseKey(caseKey(id))).toBe(id)
  })

  test('refuses the moment: a decided case, and more than a day’s share', async () => {
    const decided = { finding: 'not-established', action: 'none', findingReason: 'Trial' } as const
    const over = await makeCase({ change: { state: 'decided', decidedAt: new Date(0), ...decided } })
    expect(await replyByLink(anyone, { key: over.key, text })).toMatchObject(refusal('case.decided'))
    const { key } = await makeCase()
    for (let sent = 0; sent < MOST_REPLIES_A_DAY; sent++)
      expect(await replyByLink(anyone, { key, text })).toMatchObject({ ok: true })
    expect(await replyByLink(anyone, { key, text })).toMatchObject(refusal('request.too-many'))
  })
})
