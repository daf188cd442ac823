import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { afterAll, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { seed } from '@/db/seed/main'
import { lotSnapshot } from '@/domain/lots/queries'
import { writeOpenapi } from '@/domain/open-data/write-openapi'
import { publicResults } from '@/domain/results/public-queries'
import { publicRounds } from '@/domain/rounds/public-queries'
import { anyone } from '@/lib/access/actor'
import { json } from '@/lib/route-action'
import { GET as getAnnouncements } from './announcements/route'
import { GET as getAwards } from './awards/route'
import { GET as getBids } from './bids/route'
import { GET as getCases } from './cases/route'
import { GET as getKeys } from './keys/route'
import { GET as getLabels } from './labels/route'
import { GET as getPricesSoFar } from './lots/[lotId]/prices.csv/route'
import { GET as getLots } from './lots/route'
import { GET as getMoves } from './moves/route'
import { GET as getReleases } from './ocds/route'
import { GET as getProceeds } from './proceeds/route'
import { GET as getQuestions } from './questions/route'
import { GET as getBidsOfLot } from './results/[key]/bids/route'
import { GET as getEvents } from './results/[key]/events/route'
import { GET as getPrices } from './results/[key]/prices/route'
import { GET as getResult } from './results/[key]/route'
import { GET as getResults } from './results/route'
import { GET as getRound } from './rounds/[round]/route'
import { GET as getRounds } from './rounds/route'

afterAll(closeDatabase)

type Params = { key: string; round: string; lotId: string }
type Answer = (request: Request, context: { params: Promise<Params> }) => Response | Promise<Response>

/** What answers each documented address; the front door serves a lot by itself. */
const answers: Record<string, Answer> = {
  '/api/v1/announcements': getAnnouncements,
  '/api/v1/awards': getAwards,
  '/api/v1/bids': getBids,
  '/api/v1/cases': getCases,
  '/api/v1/keys': getKeys,
  '/api/v1/labels': getLabels,
  '/api/v1/lots': getLots,
  '/api/v1/lots/{lot}': async (_request, { params }) => json(200, await lotSnapshot(anyone, await params)),
  '/api/v1/lots/{lot}/prices.csv': getPricesSoFar,
  '/api/v1/moves': getMoves,
  '/api/v1/ocds': getReleases,
  '/api/v1/proceeds': getProceeds,
  '/api/v1/questions': getQuestions,
  '/api/v1/results': getResults,
  '/api/v1/results/{key}': getResult,
  '/api/v1/results/{key}/bids': getBidsOfLot,
  '/api/v1/results/{key}/events': getEvents,
  '/api/v1/results/{key}/prices': getPrices,
  '/api/v1/rounds': getRounds,
  '/api/v1/rounds/{round}': getRound,
}

type Described = {
  get?: { responses: { 200: { content: Record<string, { schema: object } | undefined> } } }
}

test('R17.1 every documented read answers in the demo world as it is documented', {
  timeout: 180_000,
}, async () => {
  await seed()
  const { paths } = writeOpenapi('https://names.example.org') as { paths: Record<string, Described> }
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  addFormats(ajv as never)
  const rounds = await publicRounds(database())
  const results = await publicResults(database())
  const ask = (path: string, params: Params, query = '') =>
    answers[path]!(new Request(`http://localhost:3000${path}${query}`), { params: Promise.resolve(params) })
  for (const [path, { get }] of Object.entries(paths)) {
    if (!get) continue
    expect(answers, path).toHaveProperty([path])
    const { content } = get.responses[200]
    const fits = content['application/json'] && ajv.compile(content['application/json'].schema)
    for (const params of everyCase(path)) {
      if (fits) {
        const response = await ask(path, params)
        expect(response.status, path).toBe(200)
        expect(fits(await response.json()), `${path} ${params.key}: ${ajv.errorsText(fits.errors)}`).toBe(
          true,
        )
      }
      if (content['text/csv']) {
        const response = await ask(path, params, fits ? '?format=csv' : '')
        expect(response.headers.get('content-type'), path).toContain('text/csv')
        expect(await response.text(), path).toMatch(/^[a-z0-9_,]+\r\n/)
      }
    }
  }

  /** Every round, every result, and a lot of each round: formats and states answer differently. */
  function everyCase(path: string): Params[] {
    const none = { key: '', round: '', lotId: '' }
    if (path.includes('{key}')) return results.map(({ lotId }) => ({ ...none, key: lotId }))
    if (path.includes('{round}')) return rounds.map(({ slug }) => ({ ...none, round: slug }))
    if (!path.includes('{lot}')) return [none]
    const begun = rounds.filter(({ state }) => state === 'bidding' || state === 'final')
    return begun.map(({ lots }) => ({ ...none, lotId: lots[0]!.lotId }))
  }
})
