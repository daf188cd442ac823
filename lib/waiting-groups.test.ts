import { describe, expect, test } from 'vitest'
import { waitingGroups } from './waiting-groups'

type Member = { id: number; holder?: string }
type Call = { served: Record<string, number[]>; end: (outcome?: 'served' | 'apart') => void; alone: boolean }
type Limits = { longest?: number; together?: number; share?: number; atOnce?: number; sharing?: number }

function setUp(limits: Limits = {}) {
  const calls: Call[] = []
  const idsOf = (members: Member[]) => members.map(({ id }) => id)
  const add = waitingGroups<Member>({
    longest: limits.longest ?? 100,
    together: limits.together ?? 100,
    share: limits.share ?? 100,
    sharing: limits.sharing ?? 10,
    atOnce: () => limits.atOnce ?? 10,
    serveShared: (batches) =>
      new Promise((end) => {
        const served = Object.fromEntries(batches.map(({ group, members }) => [group, idsOf(members)]))
        calls.push({ served, end: (outcome = 'served') => end(outcome), alone: false })
      }),
    serveAlone: ({ group, members }) =>
      new Promise<void>((end) =>
        calls.push({ served: { [group]: idsOf(members) }, end: () => end(), alone: true }),
      ),
  })
  const join = (group: string, id: number, holder?: string) => add(group, { id, ...(holder && { holder }) })
  const turn = () => new Promise((resolve) => setImmediate(resolve))
  const served = () => calls.map((each) => each.served)
  return { calls, served, join, turn }
}

describe('waiting groups', () => {
  test('serve together what arrived in the same turn, in order', async () => {
    const { served, join, turn } = setUp()
    for (const member of [1, 2, 3]) join('a', member)
    join('b', 9)
    await turn()
    expect(served()).toEqual([{ a: [1, 2, 3], b: [9] }])
  })

  test('serve one batch of a group at a time; what arrives meanwhile is the next', async () => {
    const { calls, served, join, turn } = setUp()
    join('a', 1)
    await turn()
    join('a', 2)
    join('b', 9)
    join('a', 3)
    await turn()
    expect(served()).toEqual([{ a: [1] }, { b: [9] }])
    calls[0]?.end()
    await turn()
    expect(served()).toEqual([{ a: [1] }, { b: [9] }, { a: [2, 3] }])
  })

  test('a serving has a greatest size, over all its groups, and the rest follows', async () => {
    const { calls, served, join, turn } = setUp({ together: 3, sharing: 1 })
    for (const member of [1, 2]) join('a', member)
    for (const member of [3, 4]) join('b', member)
    await turn()
    calls[0]?.end()
    await turn()
    expect(served()).toEqual([{ a: [1, 2], b: [3] }, { b: [4] }])
  })

  test('so few servings take up what is due; the others share the next one', async () => {
    const { calls, served, join, turn } = setUp({ sharing: 1 })
    join('a', 1)
    await turn()
    for (const group of ['b', 'c']) join(group, 2)
    await turn()
    expect(served()).toEqual([{ a: [1] }])
    calls[0]?.end()
    await turn()
    expect(served()).toEqual([{ a: [1] }, { b: [2], c: [2] }])
  })

  test('what could not be served together is served apart, and keeps nobody else waiting', async () => {
    const { calls, served, join, turn } = setUp({ sharing: 1 })
    for (const group of ['a', 'b']) join(group, 1)
    await turn()
    join('a', 2)
    join('c', 3)
    calls[0]?.end('apart')
    await turn()
    expect(served().slice(1)).toEqual([{ a: [1] }, { b: [1] }, { c: [3] }])
    expect(calls.map(({ alone }) => alone)).toEqual([false, true, true, false])
    calls[1]?.end()
    calls[3]?.end()
    await turn()
    expect(served().slice(4)).toEqual([{ a: [2] }])
  })

  test('so many servings at once; those apart come first', async () => {
    const { calls, served, join, turn } = setUp({ atOnce: 1 })
    for (const group of ['a', 'b']) join(group, 0)
    await turn()
    join('c', 0)
    calls[0]?.end('apart')
    await turn()
    calls[1]?.end()
    await turn()
    calls[2]?.end()
    await turn()
    expect(served()).toEqual([{ a: [0], b: [0] }, { a: [0] }, { b: [0] }, { c: [0] }])
  })

  test('a full group turns the next one away', async () => {
    const { served, join, turn } = setUp({ longest: 2 })
    expect([1, 2, 3].map((member) => join('a', member))).toEqual([undefined, undefined, 'full'])
    await turn()
    expect(join('a', 4)).toBeUndefined()
    expect(served()).toEqual([{ a: [1, 2] }])
  })

  test('one holder has no more than its share of a group; who comes after it is served in the same batch', async () => {
    const { calls, served, join, turn } = setUp({ share: 2 })
    join('a', 0, 'crowd')
    await turn()
    expect([1, 2, 3].map((id) => join('a', id, 'crowd'))).toEqual([undefined, undefined, 'over-share'])
    expect(join('b', 4, 'crowd')).toBeUndefined()
    expect(join('a', 5, 'honest')).toBeUndefined()
    await turn()
    calls[0]?.end()
    await turn()
    expect(served()).toEqual([{ a: [0] }, { b: [4] }, { a: [1, 2, 5] }])
  })
})
