import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { approve } from '@/db/factories/approvals'
import { makePerson } from '@/db/factories/people'
import type { ModelContent } from '@/db/schema/qpi'
import { approvals } from '@/db/schema/system'
import { PLACEHOLDER } from './placeholder'
import { publishModel } from './publish-model'
import { allModels, modelOf } from './read-model'

afterAll(closeDatabase)

const officer = () => makePerson({ roles: ['programme-officer'] })
const refusal = (code: string) => ({ ok: false, error: { code } })
const stricter: ModelContent = { ...PLACEHOLDER.content, gate: { kpi: 'abuse', maxPer10k: 10 } }
const wanted = (change: object = {}) => ({
  version: '2024-1',
  validFrom: '2024-01',
  placeholder: false,
  reason: 'As the programme decided in its meeting.',
  content: stricter,
  ...change,
})

describe('qpi-model.publish', () => {
  test('R15.2 the portal begins with a placeholder, marked as one', async () => {
    expect(await modelOf(database(), '2020-01')).toMatchObject({
      version: 'placeholder-1',
      placeholder: true,
    })
    expect(await modelOf(database(), '2019-04'), 'the index began in May 2019').toBeUndefined()
  })

  test('publishes a version once a second person approves, seeing what differs', async () => {
    const asked = await publishModel(await officer(), wanted())
    if (!asked.ok) throw new Error(asked.error.code)
    const [request] = await database()
      .select()
      .from(approvals)
      .where(eq(approvals.id, asked.value.approvalId))
    expect(request?.changes).toEqual([
      { what: 'Abuse gate', before: 'at most 15 in 10,000', after: 'at most 10 in 10,000' },
    ])
    expect(await allModels(database())).toHaveLength(1)
    expect(await approve(asked, await officer())).toMatchObject({ ok: true, value: { version: '2024-1' } })
    expect(await modelOf(database(), '2023-12'), 'earlier months keep theirs').toMatchObject({
      version: 'placeholder-1',
    })
    expect(await modelOf(database(), '2024-01')).toMatchObject({ version: '2024-1', placeholder: false })
  })

  test('says which field is wrong', async () => {
    const fields = async (change: object) => {
      const answer = await publishModel(await officer(), wanted(change))
      return answer.ok ? {} : answer.error.fields
    }
    const kpis = stricter.kpis.map((kpi) => ({ ...kpi }))
    kpis[0]!.weightBp += 1
    expect(await fields({ content: { ...stricter, kpis } })).toEqual({
      'content.kpis': 'The weights must be 10,000 basis points together.',
    })
    kpis[0]!.weightBp -= 1
    kpis[1]!.target = kpis[1]!.floor
    expect(await fields({ content: { ...stricter, kpis } })).toEqual({
      'content.kpis.1.target': 'Floor and target must differ.',
    })
    expect(await fields({ validFrom: '2025-00', version: 'No good' })).toEqual({
      validFrom: expect.any(String),
      version: expect.any(String),
    })
  })

  test('refuses the role', async () => {
    for (const role of ['auditor', 'finance-officer', 'administrator'] as const)
      expect(await publishModel(await makePerson({ roles: [role] }), wanted())).toMatchObject(
        refusal('access.denied'),
      )
    const asker = await officer()
    const asked = await publishModel(
      asker,
      wanted({ version: '2025-1', validFrom: '2025-01', placeholder: true }),
    )
    expect(await approve(asked, asker)).toMatchObject(refusal('approval.own'))
  })

  test('refuses the stranger', async () => {
    expect(await publishModel({ kind: 'anyone' }, wanted())).toMatchObject(refusal('access.signed-out'))
  })

  test('refuses the moment: a version or a month that was there before, and one that changes nothing', async () => {
    const ask = async (change: object) => publishModel(await officer(), wanted(change))
    expect(await ask({ validFrom: '2025-01' })).toMatchObject(refusal('qpi-model.known'))
    expect(await ask({ version: '2024-2' })).toMatchObject(refusal('qpi-model.earlier-month'))
    expect(await ask({ version: '2024-2', validFrom: '2024-02' })).toMatchObject(refusal('qpi-model.same'))
  })
})
