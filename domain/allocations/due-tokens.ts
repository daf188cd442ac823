import { sql } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { effectBegins } from '@/domain/mail/effect-begins'

/**
 * Paid awards for which something is to be done by now (R11.1): `issue` where there never was a token, or where a
 * registrar lost its accreditation and nobody was told yet; `expire` where one ran out, or its award ended.
 */
export async function dueTokens(db: Reader): Promise<{ awardId: string; due: 'issue' | 'expire' }[]> {
  const rows = await db.execute<{ award_id: string; due: 'issue' | 'expire' }>(sql`
    select a.id as award_id, 'issue' as due
      from awards a join registrars r on r.iana_id = a.registrar_iana_id
      where a.state = 'paid' and case
        when r.status = 'Accredited' and r.iana_id not between 9994 and 9999
        then not exists (select from allocation_tokens t where t.award_id = a.id)
        else not exists (select from allocation_tokens t where t.award_id = a.id and t.state = 'redeemed')
          and not exists (select from mail_outbox
            where ${effectBegins(sql`('allocation-blocked:' || a.id || ':' || r.iana_id || ':')`)})
        end
    union all
    select t.award_id, 'expire' as due
      from allocation_tokens t join awards a on a.id = t.award_id
      where t.state in ('issued', 'shown') and (t.expires_at <= clock_timestamp() or a.state <> 'paid')
    limit 100`)
  return rows.map(({ award_id: awardId, due }) => ({ awardId, due }))
}
