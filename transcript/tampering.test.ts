import { expect, test } from 'vitest'
import { randomFrom } from '../engine/simulate/random'
import type { RoundFile } from './round-file'
import { sampleRound } from './sample-round.harness'
import { bidsOf, sampleSealedRound } from './sample-sealed.harness'
import { anyRound, sealedRound, type Tamper } from './tampers.harness'
import { verifyText } from './verify-text'

/** So many changed transcripts of each kind: none may pass, and where one entry was changed it is the one that is named. */
async function tamper(name: string, file: RoundFile, kinds: Record<string, Tamper>, times: number) {
  const random = randomFrom(name)
  expect(await verifyText(JSON.stringify(file), { key: file.key })).toMatchObject({ ok: true })
  let found = 0
  for (const [what, change] of Object.entries(kinds))
    for (let time = 0; time < times; time++) {
      const { file: other, at } = change(structuredClone(file), random)
      const told = `${what}, ${time}`
      const { ok, firstWrong } = await verifyText(JSON.stringify(other), { key: file.key })
      expect(ok, told).toBe(false)
      expect(firstWrong?.problem, told).toMatch(/\S/)
      if (at !== undefined) {
        expect(firstWrong?.entry, told).toBeLessThanOrEqual(at)
        expect(firstWrong?.upTo ?? firstWrong?.entry, told).toBeGreaterThanOrEqual(at)
      }
      found += 1
    }
  return found
}

test('R9.4 of two hundred transcripts changed in eighteen ways none passes, and the entry is named', async () => {
  expect(await tamper('open', sampleRound(['proxies-resolve']), anyRound, 12)).toBe(216)
})

test('R8.3 of sealed rounds changed likewise, or in their sealed bids, none passes', async () => {
  const two = bidsOf('sealed-second-price').slice(0, 2)
  const file = await sampleSealedRound(['sealed-second-price'], two)
  expect(await tamper('sealed', file, { ...anyRound, ...sealedRound }, 2)).toBe(56)
})
