import { sameSitePath } from '@/lib/same-site-path'
import type { SignedIn } from './sign-in'

/** Where to go: on to the code or the second factor, with the way onwards kept, or to where the person was going. */
export function afterSignIn(answer: SignedIn, form: FormData): string {
  const wanted = sameSitePath(form.get('next'))
  const onward = wanted === '/' ? '' : `?next=${encodeURIComponent(wanted)}`
  if (answer.next === 'code') return `/sign-in/code${onward}`
  if (answer.next === 'second-factor') return `/account/second-factor${onward}`
  return wanted === '/' ? answer.home : wanted
}
