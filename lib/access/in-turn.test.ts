import { expect, test } from 'vitest'
import { inTurn } from './in-turn'

/** Work that ends when told to, and counts how much of it runs at once. */
function works() {
  const ends: (() => void)[] = []
  let now = 0
  let most = 0
  const run = () => {
    now++
    most = Math.max(most, now)
    return new Promise<'done'>((resolve) =>
      ends.push(() => {
        now--
        resolve('done')
      }),
    )
  }
  const endAll = async () => {
    while (ends.length > 0) {
      ends.shift()!()
      await Promise.resolve()
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  return { run, endAll, most: () => most }
}

test('four run at once, the others in turn, and all of them', async () => {
  const { run, endAll, most } = works()
  const all = Array.from({ length: 20 }, () => inTurn(run))
  await endAll()
  expect(await Promise.all(all)).toEqual(Array(20).fill('done'))
  expect(most()).toBe(4)
})

test('too many are sent away at once', async () => {
  const { run, endAll } = works()
  const all = Array.from({ length: 250 }, () => inTurn(run))
  await endAll()
  const answers = await Promise.all(all)
  expect(answers.filter((answer) => answer === 'done')).toHaveLength(204)
  expect(answers.at(-1)).toMatchObject({ ok: false, error: { code: 'server.busy', status: 503 } })
})

test('a failure gives its turn on', async () => {
  const failing = Array.from({ length: 10 }, () => inTurn(() => Promise.reject(new Error('no'))))
  expect((await Promise.allSettled(failing)).every(({ status }) => status === 'rejected')).toBe(true)
  expect(await inTurn(async () => 'still runs')).toBe('still runs')
})
