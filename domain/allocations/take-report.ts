import { database } from '@/db/client'
import { systemActor } from '@/lib/access/actor'
import { databaseClock } from '@/lib/database-clock'
import type { Answer } from '@/lib/door/definition'
import { type ErrorCode, refuse, toPublicError } from '@/lib/errors'
import { checkSignature, isRecent } from '@/lib/signed-webhook'
import { receiveReport } from './receive-report'
import { reportSecrets } from './registry-settings'

const actor = systemActor('registry')

const unsigned = {
  missing: 'webhook.unsigned',
  signature: 'webhook.wrong-signature',
} as const satisfies Record<string, ErrorCode>

/**
 * Takes a report of the registry's system as it came over the wire, when one of its secrets signed it within the last
 * five minutes (R11.2). Refuses: webhook.not-set-up, webhook.unsigned, webhook.wrong-signature, webhook.wrong-time,
 * request.repeated-differently.
 */
export async function takeReport(
  headers: { get(name: string): string | null },
  body: string,
): Promise<Answer<{ outcome: string }>> {
  const secrets = reportSecrets()
  if (secrets.length === 0) return refused('webhook.not-set-up')
  const verdict = checkSignature(headers, body, secrets)
  if (!verdict.ok) return refused(unsigned[verdict.why])
  if (!isRecent(verdict.sentAt, await databaseClock(database()))) return refused('webhook.wrong-time')
  return receiveReport(actor, { webhookId: verdict.id, sentAt: verdict.sentAt, body })
}

function refused(code: ErrorCode) {
  return { ok: false as const, error: toPublicError(refuse(code)) }
}
