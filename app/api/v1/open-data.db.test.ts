import { parse } from 'csv-parse/sync'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { approve } from '@/db/factories/approvals'
import { type MadeAuction, makeOpenLots } from '@/db/factories/auctions'
import { makeAward } from '@/db/factories/awards'
import { makePerson } from '@/db/factories/people'
import { makeRound } from '@/db/factories/rounds'
import { labelMoves } from '@/db/schema/labels'
import { announcements } from '@/db/schema/rounds'
import { passTo } from '@/db/testing/test-clock'
import { placeBid } from '@/domain/bids/place-bid'
import { closeLot } from '@/domain/lots/close-lot'
import * as schemas from '@/domain/open-data/schemas'
import { advanceRound } from '@/domain/rounds/advance-round'
import { finaliseRound } from '@/domain/rounds/finalise-round'
import { systemActor } from '@/lib/access/actor'
import { processNow } from '@/lib/clock'
import { newId } from '@/lib/ids'
import { GET as getAnnouncements } from './announcements/route'
import { GET as getAwards } from './awards/route'
import { GET as getBids } from './bids/route'
import { GET as getLabels } from './labels/route'
import { GET as getLots } from './lots/route'
import { GET as getMoves } from './moves/route'
import { GET as getQuestions } from './questions/route'

afterAll(closeDatabase)

const system = systemActor('schedule')
const ask = (path: string, headers: Record<string, string> = {}) =>
  new Request(`http://localhost:3000/api/v1/${path}`, { headers })

let auction: MadeAuction

test('bids are published once their round is final, not before (R3.3)', async () => {
  const closesAt = new Date(processNow().getTime() + 60_000)
  const softClose = { windowSeconds: 0, extendSeconds: 0, hardEnd: null }
  auction = await makeOpenLots({ labels: ['z3', '5g'], bidders: 3, closesAt, softClose })
  const [one, two, three] = auction.bidders.map(({ person }) => person)
  for (const [person, lot, maxMinor] of [
    [one!, 0, '300000'],
    [two!, 0, '800000'],
    [three!, 0, '400000'],
    [three!, 1, '200000'],
  ] as const)
    expect((await placeBid(person, { lotId: auction.lots[lot]!.id, maxMinor })).ok).toBe(true)
  expect(await (await getBids(ask('bids'))).json()).toEqual({ bids: [], next: null })
  await passTo(closesAt)
  for (const { id } of auction.lots) await closeLot(system, { lotId: id })
  await advanceRound(system, { roundId: auction.round.id })
  const officer = () => makePerson({ roles: ['programme-officer'] })
  const asked = await finaliseRound(await officer(), { roundId: auction.round.id })
  expect(await approve(asked, await officer())).toMatchObject({ ok: true })
  expect(((await (await getBids(ask('bids'))).json()) as { bids: [] }).bids).toHaveLength(4)
})

/** All pages of a list, by following `next`. */
async function everyPage(get: typeof getMoves, name: string, limit: number) {
  const rows: Record<string, unknown>[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const response = await get(ask(`${name}?limit=${limit}&cursor=${cursor}`))
    const page = (await response.json()) as Record<string, never>
    rows.push(...(page[name] as unknown as typeof rows))
    cursor = page.next as unknown as string | null
    expect(response.headers.get('link') !== null).toBe(cursor !== null)
  }
  return rows
}

const csvRows = (text: string) => parse(text, { columns: true }) as Record<string, string>[]

describe('open data in pages', () => {
  test('pages hold every row once, whatever their size, and the CSV the same', async () => {
    for (const [get, name] of [
      [getMoves, 'moves'],
      [getBids, 'bids'],
      [getLots, 'lots'],
    ] as const) {
      const whole = await everyPage(get, name, 1000)
      expect(whole.length, name).toBeGreaterThan(1)
      expect(await everyPage(get, name, 1), name).toEqual(whole)
      expect(csvRows(await (await get(ask(`${name}?format=csv`))).text()), name).toHaveLength(whole.length)
    }
    expect(await everyPage(getBids, 'bids', 3)).toHaveLength(4)
  })

  test('every answer has the shape that is documented', async () => {
    await makeAward({ state: 'paid' })
    for (const [get, name, schema] of [
      [getLabels, 'labels', schemas.Labels],
      [getMoves, 'moves', schemas.Moves],
      [getLots, 'lots', schemas.Lots],
      [getBids, 'bids', schemas.Bids],
      [getAwards, 'awards', schemas.Awards],
      [getQuestions, 'questions', schemas.Questions],
      [getAnnouncements, 'announcements', schemas.Announcements],
    ] as const) {
      const parsed = schema.safeParse(await (await get(ask(name))).json())
      expect(parsed.error, name).toBeUndefined()
    }
  })

  test('a wrong question is refused with the field and a sentence', async () => {
    for (const [query, field] of [
      ['limit=0', 'limit'],
      ['limit=1001', 'limit'],
      ['cursor=%27%20or%201', 'cursor'],
      ['format=xml', 'format'],
    ]) {
      const response = await getMoves(ask(`moves?${query}`))
      expect(response.status).toBe(422)
      expect(await response.json()).toMatchObject({ error: { fields: { [field!]: expect.any(String) } } })
    }
  })

  test('narrowed to a name, to a round, and to one that is not there', async () => {
    const of = async (get: typeof getMoves, path: string) => (await get(ask(path))).json()
    const { moves } = (await of(getMoves, 'moves?label=z3')) as { moves: { label: string; round: string }[] }
    expect(new Set(moves.map(({ label }) => label))).toEqual(new Set(['z3']))
    expect(moves.at(-1)!.round).toMatch(/^\d+-\d+$/)
    expect(await of(getLots, 'lots?round=9999-1')).toEqual({ lots: [], next: null })
    expect(await of(getLots, 'lots?round=x')).toEqual({ lots: [], next: null })
  })

  test('of a round that is not announced nothing is said, nor of its name', async () => {
    const draft = await makeRound({ state: 'draft' })
    const at = processNow()
    await database()
      .insert(announcements)
      .values({ id: newId('ann', at), roundId: draft.id, at, text: 'Not yet' })
    for (const [get, name] of [
      [getLots, 'lots'],
      [getAnnouncements, 'announcements'],
    ] as const) {
      const text = await (await get(ask(name))).text()
      expect(text, name).not.toMatch(new RegExp(`${draft.lots[0]!.id}|Not yet`))
    }
  })
})

describe('what clients keep', () => {
  test('who has it already is told so, until it changes', async () => {
    for (const [get, path] of [
      [getMoves, 'moves'],
      [getMoves, 'moves?format=csv'],
      [getLabels, 'labels'],
      [getLabels, 'labels?format=csv'],
    ] as const) {
      const first = await get(ask(path))
      await first.body?.cancel()
      const etag = first.headers.get('etag')!
      expect(first.headers.get('cache-control')).toBe('public, max-age=5')
      expect(first.headers.get('access-control-allow-origin')).toBe('*')
      const again = await get(ask(path, { 'if-none-match': etag }))
      expect([again.status, await again.text()], path).toEqual([304, ''])
    }
    const before = (await getMoves(ask('moves?format=csv'))).headers.get('etag')!
    await addMove('A new move')
    expect((await getMoves(ask('moves?format=csv', { 'if-none-match': before }))).status).toBe(200)
  })

  test('no cell of a CSV is a formula', async () => {
    const hostile = '=HYPERLINK("https://evil.example","look")'
    await addMove(hostile)
    const rows = csvRows(await (await getMoves(ask('moves?format=csv'))).text())
    const notes = rows.map(({ note }) => note)
    expect(notes).toContain(`'${hostile}`)
    expect(notes).not.toContain(hostile)
  })

  test('a CSV is read from the database no further than the client takes it', async () => {
    for (let part = 0; part < 3; part++) await addMoves(500)
    const reader = (await getMoves(ask('moves?format=csv'))).body!.getReader()
    const sizes: number[] = []
    for (let read = await reader.read(); !read.done; read = await reader.read())
      sizes.push(new TextDecoder().decode(read.value).trimEnd().split('\r\n').length)
    expect(sizes.length).toBeGreaterThan(3)
    expect(Math.max(...sizes)).toBeLessThanOrEqual(500)
  })
})

const moveOf = (note: string) => {
  const at = processNow()
  return { id: newId('mov', at), label: 'z3', from: 'released', to: 'released', at, note } as const
}
const addMove = (note: string) => database().insert(labelMoves).values(moveOf(note))
const addMoves = (rows: number) =>
  database()
    .insert(labelMoves)
    .values(Array.from({ length: rows }, (_, index) => moveOf(`Move ${index}`)))
