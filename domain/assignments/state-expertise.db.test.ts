import { afterAll, expect, test } from 'vitest'
import { closeDatabase } from '@/db/client'
import { makeChair, makeReviewer } from '@/db/factories/reviews'
import { ownExpertise } from './queries'
import { stateExpertise } from './state-expertise'

afterAll(closeDatabase)

const refusal = (code: string) => ({ ok: false, error: { code } })

test('a reviewer says anew what they know (R6.3)', async () => {
  const nurse = await makeReviewer()
  await stateExpertise(nurse, { levels: { health: 3 } })
  expect(await stateExpertise(nurse, { levels: { arts: 2, health: 0 } })).toMatchObject({
    value: { stated: 1 },
  })
  expect(await ownExpertise(nurse, {})).toEqual({ arts: 2 })
})

test('bad input changes nothing', async () => {
  const nurse = await makeReviewer()
  await stateExpertise(nurse, { levels: { health: 3 } })
  for (const levels of [{ health: 4 }, { health: 1.5 }, { wizardry: 1 }])
    expect(await stateExpertise(nurse, { levels })).toMatchObject(refusal('input.invalid'))
  expect(await ownExpertise(nurse, {})).toEqual({ health: 3 })
})

test('refuses the role', async () => {
  expect(await stateExpertise(await makeChair(), { levels: {} })).toMatchObject(refusal('access.denied'))
})
