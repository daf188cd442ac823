import { refresh } from 'next/cache'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import type { Actor } from '@/lib/access/actor'
import { currentActor } from '@/lib/access/current-actor'
import { isSameOrigin } from '@/lib/access/same-origin'
import { processNow } from '@/lib/clock'
import type { Answer, CallOptions } from '@/lib/door/definition'
import { type PublicError, refuse, toPublicError } from '@/lib/errors'
import { refuseUnstorable } from '@/lib/read-input'

/** What a form shows after a try: the refusal with its fields, and what the person had typed. */
export type FormState = {
  error?: PublicError
  values?: Record<string, string>
  done?: string
  /** What stands in this one answer and nowhere else. */
  shown?: Record<string, string>
}

/** An operation, or a few of them behind one button that answer alike, as signing in is. */
type Command<R> = (actor: Actor, input: unknown, options?: CallOptions) => Promise<Answer<R>>

type Options<R> = {
  /** Reads the operation's input out of the form. Nothing is checked here: the operation's schema does that. */
  input(form: FormData): unknown
  /** Where to go when it worked: a same-site path, computed from the result. Absent: stay and show `done`. */
  next?(result: R, form: FormData): string
  done?: string
  /** What the answer alone shows, once, such as a secret. It works without JavaScript too, and is kept nowhere. */
  shown?(result: R): Record<string, string>
}

/**
 * The one adapter between a form and an operation; `'use server'` files export only its results.
 * Works without JavaScript: the state comes back with the page.
 */
export function formAction<R>(operation: Command<R>, options: Options<R>) {
  return async (_previous: FormState, form: FormData): Promise<FormState> => {
    const receivedAt = processNow()
    const values = textValues(form)
    const head = await headers()
    if (!isSameOrigin(head)) return { error: toPublicError(refuse('access.wrong-origin')), values }
    const input = options.input(form)
    const unstorable = refuseUnstorable(input)
    if (unstorable) return { error: unstorable, values }
    const key = form.get('idempotencyKey')
    const answer = await operation(await currentActor(), input, {
      receivedAt,
      ...(typeof key === 'string' && /^[\x21-\x7e]{8,100}$/.test(key) ? { idempotencyKey: key } : {}),
    })
    if (!answer.ok) return { error: answer.error, values }
    if (options.next) redirect(options.next(answer.value, form) as never)
    // What the page shows has just changed under it.
    refresh()
    if (options.shown) return { shown: options.shown(answer.value) }
    return { done: options.done ?? 'Saved.' }
  }
}

/** What was typed, for showing again; never passwords or codes. */
function textValues(form: FormData): Record<string, string> {
  const secret = /password|code|token/i
  const entries = [...form.entries()].filter(
    (entry): entry is [string, string] =>
      typeof entry[1] === 'string' && !secret.test(entry[0]) && !entry[0].startsWith('$'),
  )
  return Object.fromEntries(entries)
}
