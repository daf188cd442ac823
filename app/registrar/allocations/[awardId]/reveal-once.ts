import { revealToken } from '@/domain/allocations/reveal-token'
import type { Actor } from '@/lib/access/actor'

/** Without an idempotency key: under one the answer, and the token in it, would be kept (R11.1). */
export const revealOnce = (actor: Actor, input: unknown) => revealToken(actor, input)
