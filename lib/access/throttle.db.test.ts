import { sql } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { forgive, giveBack, spend } from './throttle'

afterAll(closeDatabase)

test('of a thousand tries at once, ten go on; the others learn how long to wait', async () => {
  const waits = await Promise.all(Array.from({ length: 1000 }, () => spend('code', 'ann@people.example')))
  expect(waits.filter((wait) => wait === undefined)).toHaveLength(10)
  const wait = waits.find((each) => each !== undefined)!
  expect(wait).toBeGreaterThan(14 * 60)
  expect(wait).toBeLessThanOrEqual(15 * 60)
})

test('after the fourth wrong password the pause before the next doubles; the right one ends it', async () => {
  const attempt = () => spend('sign-in', 'eve@people.example')
  for (let tries = 1; tries <= 4; tries++) expect(await attempt()).toBeUndefined()
  for (const pause of [2, 4, 8, 16, 32, 64]) {
    expect(await attempt()).toBe(pause)
    await database().execute(sql`update rate_limits set expire = 0 where key like 'pause:%'`)
    expect(await attempt()).toBeUndefined()
  }
  await database().execute(sql`update rate_limits set expire = 0 where key like 'pause:%'`)
  expect(await attempt()).toBeGreaterThan(14 * 60)
  await forgive('sign-in', 'eve@people.example')
  expect(await attempt()).toBeUndefined()
})

test('of two hundred passwords at once, no more than ten are tried', async () => {
  const waits = await Promise.all(Array.from({ length: 200 }, () => spend('sign-in', 'fay@people.example')))
  expect(waits.filter((wait) => wait === undefined).length).toBeLessThanOrEqual(10)
})

test('one subject does not use up the tries of another, nor one limit those of another', async () => {
  expect(await spend('sign-in', 'bob@people.example')).toBeUndefined()
  expect(await spend('letter', 'ann@people.example')).toBeUndefined()
})

test('the right person starts afresh, and a success is not counted', async () => {
  await forgive('code', 'ann@people.example')
  expect(await spend('code', 'ann@people.example')).toBeUndefined()
  for (let tries = 0; tries < 30; tries++) {
    expect(await spend('sign-in', 'cara@people.example')).toBeUndefined()
    await giveBack('sign-in', 'cara@people.example')
  }
})

test('waiting is enough: nobody is locked out for good', async () => {
  for (let tries = 0; tries < 11; tries++) await spend('code', 'usr_dan')
  expect(await spend('code', 'usr_dan')).toBeGreaterThan(0)
  await database().execute(sql`update rate_limits set expire = 0`)
  expect(await spend('code', 'usr_dan')).toBeUndefined()
})

test('the table does not tell who tried', async () => {
  const rows = await database().execute(sql`select key from rate_limits`)
  expect(JSON.stringify(rows)).not.toContain('people.example')
})
