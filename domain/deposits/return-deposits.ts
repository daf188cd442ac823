import { z } from 'zod'
import type { Tx } from '@/db/client'
import { depositMoves } from '@/db/schema/settlement'
import { ownersOf } from '@/domain/applications/letters'
import { lockMoney } from '@/domain/ledger/lock-money'
import { postTransaction } from '@/domain/ledger/post-transaction'
import { BankReference } from '@/domain/payments/input'
import { lockRound } from '@/domain/rounds/lock-round'
import { roundName } from '@/domain/rounds/round-name'
import { refuse } from '@/lib/errors'
import { newId } from '@/lib/ids'
import type { Letter } from '@/lib/mail'
import { formatMoney } from '@/lib/money'
import { operation } from '@/lib/operation'
import { type Returnable, returnable } from './returnable'

/**
 * Records that every deposit of a round that is to be returned was sent back, by two people who both see the names and the
 * sum (R10.2, R16.3). Refuses: thing.not-found, deposit.nothing-to-return, input.invalid.
 */
export const returnDeposits = operation('deposit.return', {
  input: z.strictObject({ roundId: z.string().max(60), bankReference: BankReference }),
  async subject(tx, { roundId }) {
    const round = await lockRound(tx, roundId)
    if (!round) return undefined
    for (const { organisationId } of await returnable(tx, roundId)) await lockMoney(tx, organisationId)
    return { round, due: await returnable(tx, roundId) }
  },
  check({ subject: { due } }) {
    if (due.length === 0) throw refuse('deposit.nothing-to-return')
  },
  secondPerson({ bankReference }, { round, due }) {
    const sum = due.reduce((total, { amountMinor }) => total + amountMinor, 0n)
    return {
      object: round.id,
      summary: `Return ${due.length} deposits of ${roundName(round)}: ${formatMoney(sum)}`,
      typed: formatMoney(sum),
      reason: `Bank reference ${bankReference}`,
      changes: due.map(({ organisation, amountMinor }) => ({
        ...{ what: organisation, before: `${formatMoney(amountMinor)} held`, after: 'Returned' },
      })),
      fingerprint: due.map(({ organisationId, amountMinor }) => [organisationId, amountMinor.toString()]),
    }
  },
  async run({ tx, at, input: { bankReference }, subject: { round, due } }) {
    const letters: Letter[] = []
    for (const each of due) letters.push(...(await returnOne(tx, { ...each, round, bankReference, at })))
    return {
      result: { returned: due.length },
      audit: {
        object: round.id,
        facts: {
          returned: due.map(({ organisationId, amountMinor }) => [organisationId, amountMinor.toString()]),
        },
      },
      letters,
    }
  },
})

type One = Returnable & {
  round: { id: string; number: number; name: string }
  bankReference: string
  at: Date
}

async function returnOne(tx: Tx, { organisationId, amountMinor, round, bankReference, at }: One) {
  const id = newId('dmv', at)
  const of = { organisationId, roundId: round.id }
  await tx.insert(depositMoves).values({ id, ...of, kind: 'returned', amountMinor, bankReference, at })
  await postTransaction(tx, {
    kind: 'deposit-returned',
    cause: id,
    at,
    entries: [
      { account: 'deposits-held', amountMinor, ...of },
      { account: 'bank', amountMinor: -amountMinor },
    ],
  })
  const owners = await ownersOf(tx, organisationId)
  return owners.map(({ email, name }) => ({
    to: email,
    subject: `Deposit returned: ${formatMoney(amountMinor)}`,
    template: 'deposit-returned',
    effect: `deposit-returned:${id}:${email}`,
    text: `Dear ${name},

We sent ${formatMoney(amountMinor)} of your deposit for ${roundName(round)} back to the account it came from. Our reference at the bank: ${bankReference}.
`,
  }))
}
