import { randomBytes } from 'node:crypto'
import { database } from '@/db/client'
import { confusionCases } from '@/db/schema/cases'
import { caseKey } from '@/domain/cases/links'
import { writeLetter } from '@/domain/cases/write-letter'
import { processNow } from '@/lib/clock'
import { sha256Hex } from '@/lib/hash'
import { newId } from '@/lib/ids'
import { newToken } from '@/lib/secrets'
import { type MadeAward, makeAward } from './awards'
import { makePerson } from './people'

const DAY = 86_400_000

type Wanted = {
  confirmed?: boolean
  /** `none`: the name belongs to nobody. Default: an allocated award of its own. */
  award?: MadeAward | 'none'
  change?: Partial<typeof confusionCases.$inferInsert>
}

/** A report of confusing use; confirmed and open, about an allocated name, unless said otherwise. */
export async function makeCase({ confirmed = true, award, change }: Wanted = {}) {
  const made = award === 'none' ? undefined : (award ?? (await makeAward({ state: 'allocated' })))
  const [now, tag, token] = [processNow(), randomBytes(4).toString('hex'), newToken()]
  const [id, reporterEmail] = [newId('cas', now), `ministry-${tag}@gov.example`]
  const number = confirmed ? `CC-1999-${tag}` : null
  const label = made?.label ?? 'zz'
  await database()
    .insert(confusionCases)
    .values({
      id,
      label,
      capacity: 'government',
      organisation: 'Example Ministry (fictional)',
      reporterName: 'Mina Ministry',
      reporterEmail,
      url: 'https://zz.example/passports',
      report: 'The page offers passports under our coat of arms, as if it were ours.',
      reportedAt: now,
      confirmHash: sha256Hex(token),
      confirmBy: new Date(now.getTime() + DAY),
      ...(confirmed && {
        state: 'open',
        number,
        confirmedAt: now,
        dueAt: new Date(now.getTime() + 30 * DAY),
      }),
      ...change,
    })
  return {
    id,
    number,
    label,
    token,
    reporterEmail,
    award: made,
    key: caseKey(id),
  }
}

/** A case about the name of an award in which its registrant is asked to answer. */
export async function makeHeardCase(award: MadeAward): Promise<string> {
  const { id } = await makeCase({ award })
  const officer = await makePerson({ roles: ['programme-officer'] })
  await writeLetter(officer, { caseId: id, to: 'registrant', text: 'What do you say to this report?' })
  return id
}
