import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { changeEnvironment, restoreEnvironment } from '@/db/testing/change-environment'
import { challengeHolds, newChallenge } from './challenge'

const AT = new Date('2031-03-03T10:00:00Z')
const later = (ms: number) => new Date(AT.getTime() + ms)
const MINUTE = 60_000

beforeAll(() =>
  changeEnvironment({
    DATABASE_URL: 'postgres://nowhere/none',
    PORTAL_SECRET: 'known to this test alone, 32 bytes',
  }),
)
afterAll(restoreEnvironment)

describe('a challenge', () => {
  test('holds for its purpose and session, for five minutes', () => {
    const challenge = newChallenge('confirm', 'ses_one', AT)
    expect(challengeHolds(challenge, 'confirm', 'ses_one', AT)).toBe(true)
    expect(challengeHolds(challenge, 'confirm', 'ses_one', later(5 * MINUTE))).toBe(true)
    expect(challengeHolds(challenge, 'confirm', 'ses_one', later(5 * MINUTE + 1))).toBe(false)
    expect(challengeHolds(challenge, 'confirm', 'ses_two', AT)).toBe(false)
    expect(challengeHolds(challenge, 'add', 'ses_one', AT)).toBe(false)
    expect(challengeHolds(challenge, 'sign-in', '', AT)).toBe(false)
  })

  test('is never the same twice, and is none when a letter of it was changed', () => {
    const challenge = newChallenge('sign-in', '', AT)
    expect(newChallenge('sign-in', '', AT)).not.toBe(challenge)
    for (let place = 0; place < challenge.length; place += 7) {
      const letter = challenge[place] === 'A' ? 'B' : 'A'
      const changed = challenge.slice(0, place) + letter + challenge.slice(place + 1)
      expect(challengeHolds(changed, 'sign-in', '', AT)).toBe(false)
    }
    for (const none of ['', 'A', `${challenge}=`, challenge.slice(1), 'é'.repeat(72)])
      expect(challengeHolds(none, 'sign-in', '', AT)).toBe(false)
  })
})
