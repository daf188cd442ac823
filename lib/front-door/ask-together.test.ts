import { expect, test } from 'vitest'
import { askTogether } from './ask-together'

/** Statements that wait until they are let go, in the order they were sent. */
function heldReads() {
  const sent: { keys: string[]; answer: () => void; fail: () => void }[] = []
  const read = (keys: string[]) =>
    new Promise<Map<string, string>>((resolve, reject) => {
      const answer = () => resolve(new Map(keys.map((key) => [key, key.toUpperCase()])))
      sent.push({ keys, answer, fail: () => reject(new Error('gone')) })
    })
  return { sent, read }
}

const turn = () => new Promise((resolve) => setImmediate(resolve))

test('who asks while a statement is under way shares the next one, and nobody overtakes', async () => {
  const { sent, read } = heldReads()
  const ask = askTogether(read)
  const answered: string[] = []
  const asking = (key: string) => ask(key).then((value) => answered.push(`${key} ${value}`))
  const first = [asking('a'), asking('b')]
  await turn()
  const second = [asking('c'), asking('a')]
  await turn()
  expect(sent.map(({ keys }) => keys)).toEqual([['a', 'b']])
  sent[0]!.answer()
  await Promise.all(first)
  await turn()
  expect(sent.map(({ keys }) => keys)).toEqual([
    ['a', 'b'],
    ['c', 'a'],
  ])
  sent[1]!.answer()
  await Promise.all(second)
  expect(answered).toEqual(['a A', 'b B', 'c C', 'a A'])
})

test('a statement that fails fails those who asked, and no one after them', async () => {
  const { sent, read } = heldReads()
  const ask = askTogether(read)
  const lost = ask('a')
  await turn()
  const next = ask('b')
  sent[0]!.fail()
  await expect(lost).rejects.toThrow('gone')
  await turn()
  sent[1]!.answer()
  expect(await next).toBe('B')
})
