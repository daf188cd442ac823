import { describe, expect, test } from 'vitest'
import { waitingGroups } from './waiting-groups'

type Member = { id: number; holder?: string }
type Call = { group: string; members: number[]; end: () => void }

function setUp(limits: { longest?: number; together?: number; share?: number; atOnce?: number } = {}) {
  const calls: Call[] = []
  const add = waitingGroups<Member>({
    longest: limits.longest ?? 100,
    together: limits.together ?? 100,
    share: limits.share ?? 100,
    atOnce: () => limits.atOnce ?? 10,
    serve: (group, members) =>
      new Promise<void>((end) => calls.push({ group, members: members.map(({ id }) => id), end })),
  })
  const join = (group: string, id: number, holder?: string) => add(group, { id, ...(holder && { holder }) })
  const turn = () => new Promise((resolve) => setImmediate(resolve))
  return { calls, join, turn }
}

describe('waiting groups', () => {
  test('serve together what arrived in the same turn, in order', async () => {
    const { calls, join, turn } = setUp()
    for (const member of [1, 2, 3]) join('a', member)
    await turn()
    expect(calls).toMatchObject([{ group: 'a', members: [1, 2, 3] }])
  })

  test('serve one batch of a group at a time; what arrives meanwhile is the next', async () => {
    const { calls, join, turn } = setUp()
    join('a', 1)
    await turn()
    join('a', 2)
    join('b', 9)
    join('a', 3)
    await turn()
    expect(calls.map(({ members }) => members)).toEqual([[1], [9]])
    calls[0]?.end()
    await turn()
    expect(calls.map(({ members }) => members)).toEqual([[1], [9], [2, 3]])
  })

  test('a batch has a greatest size, and the rest follows', async () => {
    const { calls, join, turn } = setUp({ together: 2 })
    for (const member of [1, 2, 3]) join('a', member)
    await turn()
    calls[0]?.end()
    await turn()
    expect(calls.map(({ members }) => members)).toEqual([[1, 2], [3]])
  })

  test('so many groups at once, the others in the order they came', async () => {
    const { calls, join, turn } = setUp({ atOnce: 1 })
    for (const group of ['a', 'b', 'c']) join(group, 0)
    await turn()
    expect(calls.map(({ group }) => group)).toEqual(['a'])
    calls[0]?.end()
    await turn()
    calls[1]?.end()
    await turn()
    expect(calls.map(({ group }) => group)).toEqual(['a', 'b', 'c'])
  })

  test('a full group turns the next one away', async () => {
    const { calls, join, turn } = setUp({ longest: 2 })
    expect([1, 2, 3].map((member) => join('a', member))).toEqual([undefined, undefined, 'full'])
    await turn()
    expect(join('a', 4)).toBeUndefined()
    expect(calls[0]?.members).toEqual([1, 2])
  })

  test('one holder has no more than its share of a group; who comes after it is served in the same batch', async () => {
    const { calls, join, turn } = setUp({ share: 2 })
    join('a', 0, 'crowd')
    await turn()
    expect([1, 2, 3].map((id) => join('a', id, 'crowd'))).toEqual([undefined, undefined, 'over-share'])
    expect(join('b', 4, 'crowd')).toBeUndefined()
    expect(join('a', 5, 'honest')).toBeUndefined()
    calls[0]?.end()
    await turn()
    expect(calls.filter(({ group }) => group === 'a').map(({ members }) => members)).toEqual([[0], [1, 2, 5]])
  })
})
