import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeDatabase, database, pool } from '@/db/client'
import { env } from '@/env'

/** R9.1: what was written there stays as it was written, whoever asks. */
const appendOnly = [
  'announcements',
  'audit_log',
  'bank_entries',
  'bid_attempts',
  'calibration_answers',
  'case_entries',
  'clarification_answers',
  'clarification_delays',
  'clarification_suggestions',
  'clarifications',
  'consensus_scores',
  'credit_notes',
  'declined_suggestions',
  'deposit_moves',
  'deposits',
  'dry_runs',
  'invoices',
  'kept_sheets',
  'key_shares',
  'label_moves',
  'ledger_entries',
  'ledger_transactions',
  'log_checkpoints',
  'log_cosignatures',
  'log_leaves',
  'log_nodes',
  'lot_events',
  'online_events',
  'opened_bids',
  'panel_remarks',
  'payments',
  'plan_versions',
  'proceeds_shares',
  'qpi_appeal_answers',
  'qpi_appeals',
  'qpi_files',
  'qpi_holders',
  'qpi_listings',
  'qpi_models',
  'qpi_notes',
  'qpi_promotions',
  'qpi_promotion_openings',
  'qpi_rows',
  'qpi_runs',
  'qpi_scores',
  'qpi_step_ends',
  'qpi_take_overs',
  'quarter_figures',
  'refunds',
  'registry_lookups',
  'registry_reports',
  'release_evidence',
  'release_measures',
  'results',
  'review_scores',
  'round_keys',
  'round_moves',
  'service_fees',
  'share_proofs',
  'statement_settings',
  'statements',
  'transfer_lookups',
]

const owner = postgres(env.DATABASE_URL, { max: 1, onnotice: () => {} })

beforeAll(async () => {
  await pool()`insert into audit_log (kind, outcome, actor, object, payload) values ('trial', 'done', 'system:test', '', 'x')`
})
afterAll(async () => {
  await owner.end()
  await closeDatabase()
})

/** SQLSTATE of a statement that must fail. */
async function stateOf(attempt: Promise<unknown>): Promise<string> {
  return attempt.then(
    () => 'it went through',
    (error: { code: string }) => error.code,
  )
}

describe.each(appendOnly)('%s', (table) => {
  test('gives the application the right to add and to read, and no other', async () => {
    const rights = await database().execute(sql`
      select privilege_type as right from information_schema.role_table_grants
      where grantee = 'portal_app' and table_name = ${table} and table_schema = 'public'
      union select 'INSERT' from information_schema.column_privileges
      where grantee = 'portal_app' and table_name = ${table} and privilege_type = 'INSERT'`)
    expect(rights.map(({ right }) => right).sort()).toEqual(['INSERT', 'SELECT'])
  })

  test('is refused to the owner by triggers that stay on in replica mode', async () => {
    const triggers = await owner`
      select tgenabled, tgtype from pg_trigger where tgrelid = ${table}::regclass and not tgisinternal
        and tgfoid = 'refuse_change'::regproc`
    expect(triggers.map(({ tgenabled }) => tgenabled)).toEqual(['A', 'A'])
    expect(await stateOf(owner`truncate ${owner(table)} cascade`)).toBe('55000')
  })
})

test('an audit entry cannot be edited or removed, by the owner in replica mode either', async () => {
  await owner`set session_replication_role = replica`
  expect(await stateOf(owner`update audit_log set kind = 'other'`)).toBe('55000')
  expect(await stateOf(owner`delete from audit_log`)).toBe('55000')
  await owner`set session_replication_role = origin`
  expect(await stateOf(pool()`update audit_log set kind = 'other'`)).toBe('42501')
  expect(await stateOf(pool()`delete from audit_log`)).toBe('42501')
  const [left] = await owner`select count(*)::int as left from audit_log where kind = 'trial'`
  expect(left?.left).toBe(1)
})

test('the application chooses neither the instant nor the number of an audit entry', async () => {
  const early = pool()`insert into audit_log (kind, outcome, actor, object, payload, at)
    values ('trial', 'done', 'system:test', '', 'x', '2020-01-01')`
  expect(await stateOf(early)).toBe('42501')
})

test('the application cannot become the owner', async () => {
  const [who] = await pool()`select current_user as who`
  expect(who?.who).toBe('portal_app')
  expect(await stateOf(pool()`drop trigger audit_log_no_change on audit_log`)).toBe('42501')
})
