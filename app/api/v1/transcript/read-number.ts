import { refuse, toPublicError } from '@/lib/errors'
import { errorResponse } from '@/lib/route-action'

/** A whole number from an address; the given one where it says nothing, null for anything else. */
export function readNumber(request: Request, name: string, unless: number): number | null {
  const text = new URL(request.url).searchParams.get(name)
  if (text === null) return unless
  return /^(0|[1-9]\d{0,14})$/.test(text) ? Number(text) : null
}

export function refuseNumbers(): Response {
  return errorResponse(toPublicError(refuse('input.invalid')))
}
