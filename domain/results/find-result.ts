import { readReferenceNumber } from '@/domain/applications/reference-number'
import { parseLabel } from '@/domain/labels/rules'

export type FoundResult = { ok: true; label: string } | { ok: false; message: string }

/**
 * The result that someone asks for, by a name (`q7`, `Q7.ORG`) or by the reference number of an application for it. The
 * number only says which name is meant: whether such an application exists is not told.
 */
export function findResultByText(text: string, results: readonly { label: string }[]): FoundResult {
  const reference = readReferenceNumber(text)
  const parsed = parseLabel(reference ? reference.split('-')[2]! : text)
  if (!parsed.ok)
    return {
      ok: false,
      message: 'Enter a name such as q7, or a reference number such as PIR-2026-Q7-K3ZE-9.',
    }
  if (results.some(({ label }) => label === parsed.label)) return { ok: true, label: parsed.label }
  return { ok: false, message: `There is no result for ${parsed.label}.org yet.` }
}
