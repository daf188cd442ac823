import { inArray } from 'drizzle-orm'
import { database } from '@/db/client'
import { labelMoves, labels } from '@/db/schema/labels'
import { keepEvidence } from '@/domain/files/keep-evidence'
import { receiveFile } from '@/domain/files/receive-file'
import { releaseLabel } from '@/domain/labels/release-label'
import { withholdLabel } from '@/domain/labels/withhold-label'
import { newId } from '@/lib/ids'
import { pdfOf } from './pdf'
import { byTwo, day, done, type Story, type World } from './world'

/** Labels that the rounds of phase 1 offer, by the day they were released. */
const offered = {
  first: ['z3', 'b2', '0x', '5g', 'j4', 'w6', 'k8', '4d', '7h', 'c9', 'u2', '3v', '6t', 'd0'],
  second: ['m3', 'r5', '8s', 'd6', 'p1', '0k'],
  third: ['q7', '9v', 'e8', '3n', 'y4', 'h2'],
}

/** And others that wait for a round. */
const waiting = {
  first: list(`2p 2x 3c 4m 5r 6b 7k 8f 9a a3 a9 b7 c4 d8 e5 f6 g2 h9 j7 k3 l8 m6 n4 p9 r2 s6 t8 u5 v3 w9 x4 y7
    20 27 33 42 52 60 72 75 80 86 94 99`),
  second: list(`j r t 8 7 2b 3k 4v 5w 6z 7q 8d 9h a7 b0 c2 d3 e4 f8 g6 h5 k6 m8 n2 p7 q9 r8 s3 t4 v9 x6 y2 z8
    24 36 48 63 77 84 96`),
  third: list(`2f 3j 4h 5n 6s 7w 8x 9c a5 b8 c7 e2 f3 g9 h8 j2 k5 l6 n7 p4 s8 t2 u9 v6 w4 y9 z5
    40 56 65 78 90`),
}

const withheld: readonly (readonly [names: readonly string[], reason: string])[] = [
  [
    ['0', '0o', 'o0', '1l', 'l1', '11'],
    'Easily mistaken for another name when printed: zero and o, one and l. Withheld until the rules on look-alikes have been tried for a phase.',
  ],
  [
    ['4g', '6g'],
    'Names of telecommunication standards. Withheld until it is settled whether one registrant may hold them.',
  ],
  [['14', '88'], 'Widely used as signs of extremist groups. Not offered.'],
  [['eu', 'un'], 'Stands for an intergovernmental body. Not offered without its consent.'],
]

/** What is on record: these were never in the pool (R1.4). */
const registeredBefore: readonly (readonly [label: string, note: string])[] = [
  ['x', 'Registered before the reservation of 1 December 1993, by the X.Org Foundation.'],
  ['c', 'In use as a short address by a registrant of before this phase.'],
  ['w', 'Allocated in 2013, through the sale known as Project94.'],
]

/** How the labels of phase 1 came to be released, withheld or never available. */
export async function* settleLabels(world: World): Story {
  const { dana, miro, clock } = world
  const release = (names: readonly string[]) =>
    byTwo(releaseLabel(dana, { labels: [...names], basis: 'no-country-code' }), miro)
  await markRegistered(await clock.read())
  yield day(clock.now, -97, '10:00')
  await release([...offered.first, ...waiting.first])
  yield day(clock.now, -96, '11:30')
  for (const [names, reason] of withheld)
    await byTwo(withholdLabel(miro, { labels: [...names], reason }), dana)
  yield day(clock.now, -47, '15:00')
  await release([...offered.second, ...waiting.second])
  yield day(clock.now, -40, '14:00')
  await releaseLetters(world)
  yield day(clock.now, -25, '10:00')
  await release([...offered.third, ...waiting.third])
}

/** Names of two letters, each on its own route with its own evidence (R2.2). Every document is invented. */
async function releaseLetters(world: World): Promise<void> {
  const { dana, miro, clock } = world
  const dated = (days: number) => day(clock.now, days, '12:00').toISOString().slice(0, 10)
  const letters = [
    {
      label: 'bv',
      basis: 'government-and-cctld-manager',
      evidence: [
        {
          kind: 'government-agreement',
          title: 'Agreement on the use of bv.org (example document)',
          party: 'Example Ministry (fictional) and Public Interest Registry',
          dated: dated(-75),
        },
        {
          kind: 'cctld-manager-agreement',
          title: 'Consent to the use of bv.org (example document)',
          party: 'Example Manager of .bv (fictional) and Public Interest Registry',
          dated: dated(-61),
        },
      ],
    },
    ...['qz', 'zz'].map((label) => ({
      label,
      basis: 'iso-3166-ma',
      evidence: [
        {
          kind: 'user-assigned-check',
          title: `Check of ${label.toUpperCase()} against ISO 3166-1, 8.1.3 (example document)`,
          party: 'Programme officers of Public Interest Registry',
          dated: dated(-44),
        },
      ],
    })),
    {
      label: 'jy',
      basis: 'confusion-measures',
      measures: {
        representation:
          'The registrant takes steps against falsely implying affiliation with a government or country-code manager (R5.4).',
        monitoring:
          'Officers look at the pages of the name every three months, and whenever a report comes in.',
        contact: 'The programme’s officers, Public Interest Registry, Reston, Virginia.',
        reportTo: 'The form Report confusing use, under Help.',
      },
      evidence: [
        {
          kind: 'measures-package',
          title: 'Measures against confusion for unassigned codes, approved (example document)',
          party: 'Public Interest Registry',
          dated: dated(-52),
        },
      ],
    },
  ]
  for (const { label, evidence, ...ground } of letters) {
    const filed = []
    for (const document of evidence) {
      const upload = {
        bytes: pdfOf([document.title, document.party, document.dated, 'Invented for the demonstration.']),
        fileName: `${label}-${document.kind}.pdf`,
        declaredType: 'application/pdf',
      }
      const { fileId } = await done(receiveFile(upload, (file) => keepEvidence(dana, { file })))
      filed.push({ ...document, fileId })
    }
    await byTwo(releaseLabel(dana, { labels: [label], ...ground, evidence: filed }), miro)
  }
}

/** No operation makes this state: it is a fact that was found. */
async function markRegistered(at: Date): Promise<void> {
  const state = 'registered-before-programme' as const
  const names = registeredBefore.map(([label]) => label)
  await database().update(labels).set({ state, stateSince: at }).where(inArray(labels.label, names))
  await database()
    .insert(labelMoves)
    .values(
      registeredBefore.map(([label, note]) => ({
        id: newId('mov', at),
        label,
        from: 'reserved' as const,
        to: state,
        at,
        note,
      })),
    )
}

function list(text: string): string[] {
  return text.trim().split(/\s+/)
}
