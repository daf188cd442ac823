import { and, eq, inArray, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '@/db/client'
import { allocationTokens, type ReportOutcome, registryReports } from '@/db/schema/allocations'
import { awards } from '@/db/schema/awards'
import { lastTransfer } from '@/domain/transfers/at-registry'
import { refuse } from '@/lib/errors'
import { sha256Hex } from '@/lib/hash'
import { newId } from '@/lib/ids'
import { operation } from '@/lib/operation'
import { judgeCreated } from './judge-report'
import { alarmLetters, failedLetters } from './letters'
import { type AwardInHand, lockAward, lockNewestToken, type TokenRow } from './lock-award'
import { recordedLetters } from './registrant-letters'
import { type Report, readReport } from './report'
import { isAlarming, isLive, isUsable, reportOutcomeWords, resultCodeWords } from './rules'

/**
 * Keeps what the registry’s system reported, with what became of it (R11.2). The signature was checked before. The same
 * message is kept once and answered the same; a change of registrant belongs to an approved transfer (R12.3); one that is wrong is kept, changes nothing and is shown to officers.
 * Refuses request.repeated-differently.
 */
export const receiveReport = operation('allocation.receive-report', {
  input: z.strictObject({
    webhookId: z.string().min(1).max(200),
    sentAt: z.date(),
    body: z.string().max(65_536),
  }),
  async subject(tx, { webhookId, body }) {
    await tx.execute(
      sql`select pg_advisory_xact_lock(hashtextextended(${`registry-report|${webhookId}`}, 0))`,
    )
    const [known] = await tx.select().from(registryReports).where(eq(registryReports.webhookId, webhookId))
    const report = readReport(body)
    return { known, report, found: known ? undefined : await findAward(tx, report) }
  },
  check({ input, subject: { known } }) {
    if (known && known.bodySha256 !== sha256Hex(input.body)) throw refuse('request.repeated-differently')
  },
  async run({ tx, at, input, subject: { known, report, found } }) {
    const audit = (outcome: ReportOutcome) => ({
      object: known?.awardId ?? found?.inHand.award.id ?? '',
      facts: { webhookId: input.webhookId, outcome },
    })
    if (known) return { result: { outcome: known.outcome }, audit: audit(known.outcome) }
    const isReport = report !== undefined && report.kind !== 'other'
    const outcome = !report ? 'unreadable' : isReport ? judge(report, found, at) : 'other-kind'
    const reportId = newId('rep', at)
    await tx.insert(registryReports).values({
      id: reportId,
      ...input,
      bodySha256: sha256Hex(input.body),
      receivedAt: at,
      kind: report ? (report.kind === 'other' ? report.type : report.kind) : '',
      ...(isReport && {
        name: report.name,
        registrarIanaId: report.registrarIanaId,
        resultCode: report.resultCode ?? null,
      }),
      tokenId: found?.token?.id ?? null,
      awardId: found?.inHand.award.id ?? null,
      outcome,
    })
    if (outcome === 'redeemed')
      await tx
        .update(allocationTokens)
        .set({ state: 'redeemed', redeemedAt: at, endedAt: null, endReason: null })
        .where(eq(allocationTokens.id, found!.token!.id))
    const code = isReport ? (report.resultCode ?? null) : null
    return {
      result: { outcome },
      audit: audit(outcome),
      letters: isAlarming(outcome)
        ? await alarmLetters(tx, {
            effect: `registry-report:${reportId}`,
            name: isReport ? report.name : 'a report of the registry',
            what: reportOutcomeWords[outcome],
            awardId: found?.inHand.award.id ?? null,
          })
        : outcome === 'failure-noted'
          ? await failedLetters(tx, found!.inHand, { reportId, code, words: resultCodeWords(code) })
          : // Whoever read of it when the registry published it has nothing new to read.
            outcome === 'registrant-changed' && !found!.transfer!.seenAt
            ? await recordedLetters(tx, found!.inHand, found!.transfer!.id)
            : [],
    }
  },
})

type Found = {
  inHand: AwardInHand
  token: TokenRow | undefined
  newest: TokenRow | undefined
  /** The last one that was approved: the registry reports its change of registrant once. */
  transfer: Awaited<ReturnType<typeof lastTransfer>>
}

/** The award a report is about, locked: by its token; for a creation that failed also by its name. */
async function findAward(tx: Tx, report: ReturnType<typeof readReport>): Promise<Found | undefined> {
  if (!report || report.kind === 'other') return undefined
  const [named] = report.tokenHash
    ? await tx.select().from(allocationTokens).where(eq(allocationTokens.secretHash, report.tokenHash))
    : []
  const awardId = named?.awardId ?? (await awardOfName(tx, report.name))
  const inHand = awardId ? await lockAward(tx, awardId) : undefined
  if (!inHand) return undefined
  const newest = await lockNewestToken(tx, inHand.award.id)
  const [token] = named
    ? await tx.select().from(allocationTokens).where(eq(allocationTokens.id, named.id))
    : []
  return { inHand, token, newest, transfer: await lastTransfer(tx, inHand.award.id) }
}

async function awardOfName(tx: Tx, name: string): Promise<string | undefined> {
  const [award] = await tx
    .select({ id: awards.id })
    .from(awards)
    .where(and(eq(awards.label, name.replace(/\.org$/, '')), inArray(awards.state, ['paid', 'allocated'])))
  return award?.id
}

function judge(report: Report, found: Found | undefined, at: Date): ReportOutcome {
  if (report.kind !== 'domain.created') {
    if (!found || report.name !== `${found.inHand.award.label}.org`) return 'unknown-name'
    if (report.registrarIanaId !== found.inHand.award.registrarIanaId) return 'wrong-registrar'
    const { award } = found.inHand
    if (report.kind === 'domain.create_failed')
      return award.state === 'paid' ? 'failure-noted' : 'unknown-name'
    const { transfer } = found
    const isAwaited = transfer && !transfer.reportedAt && report.at >= transfer.decidedAt
    return isAwaited ? 'registrant-changed' : 'no-transfer'
  }
  const { inHand, token, newest } = found ?? {}
  return judgeCreated(
    report,
    inHand &&
      token && {
        ...token,
        awardState: inHand.award.state,
        registrarStatus: inHand.registrar.ianaId === token.registrarIanaId ? inHand.registrar.status : '',
        isReplaced: newest !== undefined && newest.id !== token.id && isUsable(newest, at),
        isFollowed: newest !== undefined && newest.id !== token.id && isLive(newest),
      },
  )
}
