import type { z } from 'zod'
import type { Tx } from '@/db/client'
import type { Change } from '@/db/schema/system'
import type { Actor, Person } from '@/lib/access/actor'
import type { AuditBody } from '@/lib/audit'
import type { PublicError } from '@/lib/errors'
import type { Job } from '@/lib/jobs'
import type { Letter } from '@/lib/mail'

export type Answer<R> = { ok: true; value: R } | { ok: false; error: PublicError }

/** What a two-person operation answers its first person. */
export type Waiting = { approvalId: string }

export type Context<I, S> = {
  tx: Tx
  actor: Actor
  /** The second person, while a two-person operation is being carried out. */
  approver?: Person
  /** `clock_timestamp()` of the database, read after the subject was locked (R7.1). */
  at: Date
  /** When this process began to receive the request; decides nothing but R5.6. */
  receivedAt: Date
  input: I
  subject: S
}

export type Done<R> = {
  result: R
  audit: AuditBody
  announce?: readonly string[]
  jobs?: readonly Job[]
  letters?: readonly Letter[]
}

/** How a two-person operation presents itself to the second person (R16.3). */
export type Proposal = {
  object: string
  /** One sentence that says what will happen. */
  summary: string
  /** What the second person types, such as `round 2`. */
  typed: string
  changes?: Change[]
  reason?: string
  /** State the request relied on; if it differs at approval, the request is void. */
  fingerprint?: unknown
}

export type Definition<Schema extends z.ZodType, S, R> = {
  input: Schema
  /** Loads and locks what the operation is about, within what exists for the actor. Undefined means not found. */
  subject(tx: Tx, input: z.output<Schema>, actor: Actor): Promise<S | undefined>
  /** Is now the moment? Throws a refusal. Asked at the request and again when it is carried out. */
  check?(context: Context<z.output<Schema>, S>): void | Promise<void>
  /** Present: a second person must approve these exact parameters within 30 minutes. */
  secondPerson?(input: z.output<Schema>, subject: S, tx: Tx): Proposal | Promise<Proposal>
  run(context: Context<z.output<Schema>, S>): Promise<Done<R>>
}

export type CallOptions = { idempotencyKey?: string; receivedAt?: Date }

/** Any operation's definition, where only its course matters. */
export type AnyDefinition = Definition<z.ZodType, unknown, unknown>
