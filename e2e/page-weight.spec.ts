import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test, webs } from './fixtures/portal'
import { gzipBytes, scriptsOf } from './fixtures/transferred'

/**
 * What is not Next itself weighs at most 30 kB of JavaScript on a public page. What is Next itself are the `rootMainFiles`
 * of the build: React, the router and the loader, fetched by every page, also by one without a line of ours. An empty
 * page fetches a little more (its error boundaries), so that the measure is the stricter one.
 */
const LIMIT = 30_000
const pages = [
  '/',
  '/labels',
  '/labels?view=list',
  '/labels/q7',
  '/rounds',
  '/rounds/1-2',
  '/results/z3',
  '/rules',
]

const total = async (addresses: string[]) =>
  (await Promise.all(addresses.map(gzipBytes))).reduce((sum, bytes) => sum + bytes, 0)

function frameworkFiles(): string[] {
  const manifest = path.resolve(import.meta.dirname, '../.next/build-manifest.json')
  const { rootMainFiles } = JSON.parse(readFileSync(manifest, 'utf8')) as { rootMainFiles: string[] }
  return rootMainFiles.map((file) => `${webs.first}/_next/${file}`)
}

test('public pages ship at most 30 kB of JavaScript above an empty Next page', async ({ visit }) => {
  const framework = frameworkFiles()
  const empty = await total(framework)
  expect(empty).toBeGreaterThan(100_000)
  const above: Record<string, number> = {}
  for (const address of pages) {
    const page = await visit()
    const scripts = await scriptsOf(page, address)
    expect(scripts, address).toEqual(expect.arrayContaining(framework))
    above[address] = (await total(scripts)) - empty
    await page.close()
  }
  const over = Object.entries(above).filter(([, bytes]) => bytes > LIMIT)
  expect(over, JSON.stringify(above)).toEqual([])
})
