import { randomUUID } from 'node:crypto'
import { type APIRequestContext, type APIResponse, request } from '@playwright/test'
import { test as base, expect, webs } from '../fixtures/portal'
import { openSessionOf } from '../fixtures/sessions'
import { type Door, endpoints, pages, triedElsewhere } from './doors'
import { listEndpoints, listPages } from './list-routes'
import { makeWorld, type Who, type World } from './world'

/**
 * Whoever is not meant to know of a thing gets the very answer that an unknown id gets, title and all, and the owner
 * still gets in. Generated from the pages and routes there are: one without a line in `doors.ts` fails.
 */
type Client = APIRequestContext

const test = base.extend<object, { world: World; client: (who: Who | 'anyone') => Promise<Client> }>({
  world: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from the pattern.
    async ({}, use) => use(await makeWorld()),
    { scope: 'worker', timeout: 60_000 },
  ],
  client: [
    async ({ world }, use) => {
      const made = new Map<string, Promise<Client>>()
      const make = async (who: Who | 'anyone') => {
        const cookie = who === 'anyone' ? '' : `session=${await openSessionOf(world.people[who])}`
        const headers: Record<string, string> = { origin: webs.first, ...(cookie && { cookie }) }
        return request.newContext({ baseURL: webs.first, extraHTTPHeaders: headers })
      }
      await use((who) => {
        const found = made.get(who) ?? make(who)
        made.set(who, found)
        return found
      })
      for (const each of made.values()) await (await each).dispose()
    },
    { scope: 'worker' },
  ],
})

const ID = /^[a-z]{2,5}_[0-9a-z]{26}$/
const unknownId = (id: string) => (ID.test(id) ? `${id.slice(0, -8)}zzzzzzzz` : id)

function addressOf(route: string, door: Door, world: World, change = (value: string) => value): string {
  const values = door.at?.(world) ?? {}
  const path = route.replace(/\[(\w+)\]/g, (_whole, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`${route}: doors.ts says nothing about ${name}.`)
    return encodeURIComponent(change(value))
  })
  const search = (door.search?.(world) ?? '').replace(/=(.+)$/, (_whole, value) => `=${change(value)}`)
  return path + search
}

/** What was answered, without what differs from one request to the next: ids asked for, nonces, the time of day. */
async function plain(response: APIResponse): Promise<string> {
  const text = (await response.text())
    .replace(/nonce(="|\\?":\\?")[^"\\]*/g, 'nonce')
    .replace(/[a-z]{2,5}_[0-9a-z]{26}/g, 'id')
    .replace(/\d\d:\d\d:\d\d/g, 'time')
  const location = (response.headers().location ?? '').replace(/[a-z]{2,5}_[0-9a-z]{26}/g, 'id')
  return `${response.status()} ${location}\n${text}`
}

const isScoped = (door: Door, world: World) =>
  Object.values(door.at?.(world) ?? {}).some((value) => ID.test(value)) || door.search !== undefined

test('every page and every endpoint has its line', () => {
  expect(Object.keys(pages).sort()).toEqual(listPages())
  expect([...Object.keys(endpoints), ...triedElsewhere].sort()).toEqual(listEndpoints())
})

for (const [page, door] of Object.entries(pages))
  test(`page ${page}`, async ({ world, client }) => {
    const own = addressOf(page, door, world)
    const unknown = addressOf(page, door, world, unknownId)
    const get = async (who: Who | 'anyone', path: string, maxRedirects = 0) =>
      (await client(who)).get(path, { maxRedirects })

    for (const stranger of door.strangers ?? []) {
      const answer = await get(stranger, own)
      expect(answer.status(), `${stranger} at ${own}`).toBe(404)
      if (isScoped(door, world))
        expect(await plain(answer), `${stranger} at ${own}`).toBe(await plain(await get(stranger, unknown)))
    }
    if (door.who !== 'anyone') {
      const answer = await get('anyone', own)
      expect(answer.status(), `signed out at ${own}`).toBe(307)
      expect(answer.headers().location).toContain(
        `/sign-in?next=${encodeURIComponent(own.replace(/\?.*/, ''))}`,
      )
      expect(await plain(answer)).toBe(await plain(await get('anyone', unknown)))
    }
    const welcome = await get(door.who, own, door.passes ? 5 : 0)
    expect(welcome.status(), `${door.who} at ${own}`).toBe(200)
    if (isScoped(door, world) && door.who !== 'anyone')
      expect((await get(door.who, unknown)).status(), `${door.who} at an unknown id`).toBe(404)
  })

for (const [endpoint, door] of Object.entries(endpoints))
  test(`endpoint ${endpoint}`, async ({ world, client }) => {
    const [method, route] = endpoint.split(' ') as [string, string]
    const own = addressOf(route, door, world)
    const unknown = addressOf(route, door, world, unknownId)
    const ask = async (who: Who | 'anyone', path: string) => {
      const headers = method === 'GET' ? undefined : { 'idempotency-key': randomUUID() }
      const data = door.body?.(world)
      return (await client(who)).fetch(path, { method, headers, data, maxRedirects: 0 })
    }

    for (const stranger of door.strangers ?? []) {
      const answer = await ask(stranger, own)
      expect(answer.status(), `${stranger} at ${own}`).toBe(404)
      expect(await plain(answer), `${stranger} at ${own}`).toBe(await plain(await ask(stranger, unknown)))
    }
    if (door.who !== 'anyone') {
      const answer = await ask('anyone', own)
      expect([401, 404], `signed out at ${own}`).toContain(answer.status())
      expect(await plain(answer)).toBe(await plain(await ask('anyone', unknown)))
    }
    const welcome = await ask(door.who, own)
    expect(welcome.ok(), `${door.who} at ${own}: ${welcome.status()}`).toBe(true)
  })
