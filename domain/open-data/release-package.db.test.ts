import { readFileSync } from 'node:fs'
import path from 'node:path'
import AjvDraft04 from 'ajv-draft-04'
import addFormats from 'ajv-formats'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeAward } from '@/db/factories/awards'
import { makeRound } from '@/db/factories/rounds'
import { releasePackage } from './release-package'

afterAll(closeDatabase)

const origin = 'https://names.example.org'
const read = (name: string) =>
  JSON.parse(readFileSync(path.join(import.meta.dirname, 'ocds-1.1.5', `${name}.json`), 'utf8'))

/** The published schema of a release package. */
function published() {
  const ajv = new AjvDraft04({ strict: false, allErrors: true })
  addFormats.default(ajv as never)
  ajv.addSchema(read('release-schema'))
  return ajv.compile(read('release-package-schema'))
}

/** As a client reads it. */
async function asSent(round?: string) {
  const { text } = await releasePackage(origin, round)
  return JSON.parse((await Array.fromAsync(text())).join('')) as {
    releases: {
      ocid: string
      tag: string[]
      tender: { status: string; minValue: object }
      awards?: { status: string; suppliers?: { name: string }[]; value: object }[]
      contracts?: { awardID: string; status: string }[]
    }[]
  }
}

describe('results as open contracting data', () => {
  test('follow the published schema in every state of a round and of an award', async () => {
    for (const state of ['applications', 'suspended', 'bidding', 'cancelled'] as const)
      await makeRound({ state })
    for (const state of ['offered', 'accepted', 'allocated', 'defaulted', 'revoked'] as const)
      await makeAward({ state })
    const validate = published()
    const sent = await asSent()
    expect(validate(sent), JSON.stringify(validate.errors)).toBe(true)
    const all = sent.releases
    expect(new Set(all.map(({ ocid }) => ocid)).size).toBe(all.length)
    expect(new Set(all.map(({ tender }) => tender.status))).toEqual(new Set(['active', 'complete']))
    expect(all.flatMap(({ awards = [] }) => awards.map(({ status }) => status)).sort()).toEqual([
      'active',
      'active',
      'cancelled',
      'cancelled',
      'pending',
    ])
    expect(all.flatMap(({ contracts = [] }) => contracts.map(({ status }) => status)).sort()).toEqual([
      'active',
      'pending',
      'terminated',
    ])
  })

  test('name the registrant and the price as the result does; of a runner-up that was asked, nobody', async () => {
    const won = await makeAward({ state: 'accepted', priceMinor: 1_234_567n })
    const next = await makeAward({ state: 'offered', rank: 1 })
    const { releases } = await asSent()
    const of = (lotId: string) => releases.find(({ ocid }) => ocid.endsWith(lotId))!
    expect(of(won.lotId)).toMatchObject({
      tag: ['tender', 'award', 'contract'],
      awards: [{ value: { amount: 12345.67, currency: 'USD' } }],
      contracts: [{ awardID: won.awardId }],
    })
    expect(of(won.lotId).awards![0]!.suppliers![0]!.name).toBe(won.organisation.legalName)
    expect(of(next.lotId).awards![0]).not.toHaveProperty('suppliers')
  })

  test('of one round alone, and of a draft nothing', async () => {
    const draft = await makeRound({ state: 'draft' })
    const text = JSON.stringify(await asSent())
    expect(text).not.toContain(draft.lots[0]!.id)
    expect((await asSent('9999-1')).releases).toEqual([])
  })

  test('are read from the database a lot at a time, as they are taken', async () => {
    for (let more = 0; more < 2; more++) await makeAward({ state: 'allocated' })
    let questions = 0
    const db = new Proxy(database(), {
      get(target, name, receiver) {
        if (name === 'select' || name === 'execute') questions++
        return Reflect.get(target, name, receiver)
      },
    })
    const { text } = await releasePackage(origin, undefined, db)
    const before = questions
    const pieces = text()
    await pieces.next()
    expect(questions, 'the head alone').toBe(before)
    const all = await Array.fromAsync(pieces)
    expect(all.length).toBeGreaterThan(2)
  })
})
