import { randomUUID } from 'node:crypto'
import { type APIRequestContext, type APIResponse, request } from '@playwright/test'
import { type Door, endpoints, pages } from './fixtures/doors'
import { listEndpoints, listPages } from './fixtures/list-routes'
import { plainAnswer } from './fixtures/plain-answer'
import { test as base, expect, webs } from './fixtures/portal'
import { openSessionOf } from './fixtures/sessions'
import { triedElsewhere } from './fixtures/tried-elsewhere'
import { makeWorld, type Who, type World } from './fixtures/world'

/**
 * Whoever is not meant to know of a thing gets the very answer that an unknown id gets, title and all, and the owner
 * still gets in. Generated from the pages and routes there are: one without a line in `doors.ts` fails.
 */
type Client = APIRequestContext
type ClientOf = (who: Who | 'anyone') => Promise<Client>

const test = base.extend<object, { world: World; client: ClientOf }>({
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
  const search = (door.search?.(world) ?? '').replace(/=([^&]+)/g, (_whole, value) => `=${change(value)}`)
  return path + search
}

const isScoped = (door: Door, world: World) =>
  Object.values(door.at?.(world) ?? {}).some((value) => ID.test(value)) || door.search !== undefined

test('every page and every endpoint has its line', () => {
  expect(Object.keys(pages).sort()).toEqual(listPages())
  expect([...Object.keys(endpoints), ...triedElsewhere].sort()).toEqual(listEndpoints())
})

for (const [area, doors] of byArea(pages))
  test(`pages of ${area}`, async ({ world, client }) => {
    test.setTimeout(120_000)
    for (const [page, door] of doors) await test.step(page, () => tryPage(page, door, world, client))
  })

for (const [area, doors] of byArea(endpoints))
  test(`endpoints of ${area}`, async ({ world, client }) => {
    for (const [endpoint, door] of doors)
      await test.step(endpoint, () => tryEndpoint(endpoint, door, world, client))
  })

async function tryPage(page: string, door: Door, world: World, client: ClientOf) {
  const own = addressOf(page, door, world)
  const unknown = addressOf(page, door, world, unknownId)
  const get = async (who: Who | 'anyone', path: string, maxRedirects = 0) =>
    (await client(who)).get(path, { maxRedirects })

  for (const stranger of door.strangers ?? []) {
    const answer = await get(stranger, own)
    expect.soft(answer.status(), `${stranger} at ${own}`).toBe(404)
    if (isScoped(door, world)) await expectSame(answer, await get(stranger, unknown), `${stranger} at ${own}`)
  }
  if (door.who !== 'anyone') {
    const answer = await get('anyone', own)
    const signIn = `/sign-in?next=${encodeURIComponent(own.replace(/\?.*/, ''))}`
    expect.soft(answer.status(), `signed out at ${own}`).toBe(307)
    const led = door.passes ? (await get('anyone', own, 5)).url() : answer.headers().location
    expect.soft(led, `signed out at ${own}`).toContain(door.passes ? '/sign-in?next=' : signIn)
    await expectSame(answer, await get('anyone', unknown), `signed out at ${own}`)
  }
  const welcome = await get(door.who, own, door.passes ? 5 : 0)
  expect.soft(welcome.status(), `${door.who} at ${own}`).toBe(200)
  if (isScoped(door, world) && door.who !== 'anyone')
    expect.soft((await get(door.who, unknown)).status(), `${door.who} at an unknown id of ${page}`).toBe(404)
}

async function tryEndpoint(endpoint: string, door: Door, world: World, client: ClientOf) {
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
    expect.soft(answer.status(), `${stranger} at ${endpoint}`).toBe(404)
    await expectSame(answer, await ask(stranger, unknown), `${stranger} at ${endpoint}`)
  }
  if (door.who !== 'anyone') {
    const answer = await ask('anyone', own)
    expect.soft([401, 404], `signed out at ${endpoint}`).toContain(answer.status())
    await expectSame(answer, await ask('anyone', unknown), `signed out at ${endpoint}`)
  }
  const welcome = await ask(door.who, own)
  expect.soft(welcome.ok(), `${door.who} at ${endpoint}: ${welcome.status()}`).toBe(true)
}

async function expectSame(one: APIResponse, other: APIResponse, what: string) {
  expect.soft(await plainAnswer(one), what).toBe(await plainAnswer(other))
}

/** By the first part of the address: `/admin`. */
function byArea(doors: Record<string, Door>): [string, [string, Door][]][] {
  const area = ([address]: [string, Door]) => address.replace(/^\w+ /, '').replace(/(?<=^\/[^/]*)\/.*/, '')
  return [...Map.groupBy(Object.entries(doors), area)]
}
