import { expect, test } from 'vitest'
import { composeCase } from './compose-case'
import type { PublicStatus } from './public-status'
import { allLabels } from './rules'

const withStatuses = (some: Record<string, PublicStatus>) =>
  allLabels.map((label) => ({ label, status: some[label] ?? ('reserved' as const) }))
const squares = (tiles: { span: number }[]) => tiles.reduce((sum, { span }) => sum + span * span, 0)

test('fills six by six with real names, none twice and none of two letters', () => {
  const tiles = composeCase(withStatuses({ q7: 'open', z3: 'awarded', k8: 'live' }))
  expect(squares(tiles)).toBe(36)
  expect(new Set(tiles.map(({ label }) => label)).size).toBe(tiles.length)
  expect(tiles.filter(({ label }) => /^[a-z]{2}$/.test(label))).toEqual([])
})

test('the dearest live name is the large one, others wait', () => {
  const all = withStatuses({ c9: 'live', k8: 'live', q7: 'open' }).map((entry) => ({
    ...entry,
    ...(entry.label === 'k8' && { priceMinor: 900_000n }),
  }))
  const tiles = composeCase(all)
  expect(tiles.filter(({ status }) => status === 'live')).toEqual([{ label: 'k8', status: 'live', span: 3 }])
  expect(tiles).toContainEqual({ label: 'q7', status: 'open', span: 2 })
})

test('a fresh catalogue is a full case of reserved names, and stays the same', () => {
  const tiles = composeCase(withStatuses({}))
  expect(squares(tiles)).toBe(36)
  expect(tiles.every(({ status }) => status === 'reserved')).toBe(true)
  expect(composeCase(withStatuses({}))).toEqual(tiles)
})
