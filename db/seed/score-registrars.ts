import { makeScoredMonth, type Portfolio } from '@/db/factories/qpi'
import { publishPromotion } from '@/domain/promotions/publish-promotion'
import { monthAfter } from '@/domain/qpi/months'
import { addNote } from '@/domain/qpi-notes/add-note'
import { demoRegistrar } from './demo-people'
import { byTwo, done, type World } from './world'

const MONTHS = 5
const NAMES = [
  ...[
    'Alder',
    'Birch',
    'Cedar',
    'Dogwood',
    'Elm',
    'Fir',
    'Gorse',
    'Hazel',
    'Ivy',
    'Juniper',
    'Larch',
    'Maple',
  ],
  ...['Nettle', 'Oak', 'Pine', 'Quince', 'Rowan', 'Spruce', 'Thorn', 'Willow'],
]

/** A number from 0 to 1 that is always the same for the same place. */
const share = (n: number, salt: number) => {
  const x = Math.sin(n * 127.1 + salt * 311.7) * 43_758.5453
  return x - Math.floor(x)
}

/**
 * Five months of an invented market under the placeholder (R15): twenty-one fictional registrars, one of
 * them beyond the abuse gate, one small, one without figures of its renewals; a promotion that is published, and a plan.
 */
export async function scoreRegistrars({ clock, dana, miro }: World): Promise<void> {
  const last = monthAfter(clock.now.toISOString().slice(0, 7), -1)
  for (let back = MONTHS - 1; back >= 0; back--)
    await makeScoredMonth(dana, monthAfter(last, -back), marketOf(MONTHS - back))
  const day = (days: number) => new Date(clock.now.getTime() + days * 86_400_000).toISOString().slice(0, 10)
  await byTwo(
    publishPromotion(dana, {
      name: 'Sample promotion (fictional)',
      baseline: '60',
      period: last,
      opensOn: day(21),
      closesOn: day(81),
      terms: 'An invented offer for the demo: a lower fee for each new name, on further terms.',
    }),
    miro,
  )
  const text = 'Signs the names on its own name servers with DNSSEC.'
  await done(addNote(dana, { kind: 'step', ianaId: demoRegistrar.ianaId, text, dueOn: day(60) }))
  await done(
    addNote(dana, {
      kind: 'note',
      ianaId: demoRegistrar.ianaId,
      text: 'Asked about the certificates of parked names.',
    }),
  )
}

function marketOf(month: number): Portfolio[] {
  const fictional = NAMES.map((name, n) =>
    portfolioOf(900_001 + n, n, month, `Example Registrar ${name} (fictional)`),
  )
  return [...fictional, portfolioOf(demoRegistrar.ianaId, 6.5, month, demoRegistrar.name)]
}

function portfolioOf(ianaId: number, n: number, month: number, name: string): Portfolio {
  const good = 0.25 + 0.6 * share(n, 1) + 0.02 * month * (share(n, 2) - 0.4)
  const around = (middle: number, salt: number) =>
    Math.min(0.97, Math.max(0.02, middle + 0.2 * (share(n, salt) - 0.5)))
  const domains = n === 3 ? 64 : Math.round(800 + 60_000 * share(n, 3) ** 2 + 150 * month)
  const listed = n === 8 ? Math.ceil(domains / 500) : Math.round((domains / 10_000) * 4 * share(n, 4))
  return {
    ...{ ianaId, name, domains },
    renewed: n === 11 ? null : around(0.5 + 0.4 * good, 5),
    used: around(0.25 + 0.6 * good, 6),
    secured: around(0.2 + 0.8 * good, 7),
    signed: around(0.4 * good, 8),
    terms: [300, Math.round(200 * good), Math.round(120 * good)],
    listed: Array.from({ length: listed }, (_, i) =>
      i % 9 === 8 ? null : Math.round(12 + 90 * share(n + i, 9)),
    ),
  }
}
