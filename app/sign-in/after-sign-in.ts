import { sameSitePath, withNext } from '@/lib/same-site-path'
import type { SignedIn } from './sign-in'

/** Where to go: on to the code or the second factor, with the way onwards kept, or to where the person was going. */
export function afterSignIn(answer: SignedIn, form: FormData): string {
  const wanted = sameSitePath(form.get('next'))
  if (answer.next === 'code') return withNext('/sign-in/code', wanted)
  if (answer.next === 'second-factor') return withNext('/account/second-factor', wanted)
  return wanted === '/' ? answer.home : wanted
}
