import { hashOf } from '@/lib/hash'
import { type Circumstances, checkSection, type FrozenContent } from './check-section'
import type { DraftContent } from './rules'
import { type SectionId, sectionIds, sections } from './sections'

export type Drafts = Partial<Record<SectionId, { content: DraftContent; completed: boolean }>>

export type FrozenPlan = Record<SectionId, FrozenContent>

/** All sections in their frozen form, or the ids of those that are not declared complete or have a problem. */
export function freezePlan(
  drafts: Drafts,
  circumstances: Circumstances,
): { ok: true; content: FrozenPlan } | { ok: false; missing: SectionId[] } {
  const missing: SectionId[] = []
  const content: Partial<FrozenPlan> = {}
  for (const id of sectionIds) {
    const draft = drafts[id]
    const checked = draft?.completed ? checkSection(sections[id], draft.content, circumstances) : undefined
    if (checked?.complete) content[id] = checked.content
    else missing.push(id)
  }
  return missing.length === 0 ? { ok: true, content: content as FrozenPlan } : { ok: false, missing }
}

/** What a submission freezes, in the shape whose canonical JSON is hashed. */
export type FrozenSubmission = {
  content: Record<string, FrozenContent>
  attachments: { fileId: string; title: string; sha256: string }[]
  organisation: Record<string, unknown>
  registrarIanaId: number
  rulesVersion: string
  rulesHash: string
}

/** SHA-256 over the canonical submission: what the receipt names (R5.3). */
export function contentHashOf(submission: FrozenSubmission): string {
  return hashOf(submission)
}

/** The answers of a stored version: what `addPlanVersion` froze, by section. */
export function frozenContentOf(version: {
  content: Record<string, Record<string, unknown>>
}): Record<string, FrozenContent> {
  return version.content as Record<string, FrozenContent>
}
