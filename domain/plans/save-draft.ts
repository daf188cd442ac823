import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '@/db/client'
import { planDrafts } from '@/db/schema/applications'
import { users } from '@/db/schema/people'
import { lockOwnApplication, requireWritable } from '@/domain/applications/lock-application'
import { refuse } from '@/lib/errors'
import { operation } from '@/lib/operation'
import { problemsOf } from './check-section'
import { DraftContentInput } from './input'
import { type DraftContent, keepAsked, sameContent } from './rules'
import { sectionIds, sections } from './sections'

export type SavedDraft = {
  version: number
  savedAt: string
  completed: boolean
  /**
   * Sentences by field: what is missing from a section declared complete, and amounts that cannot be read in any. It is
   * saved all the same.
   */
  problems: Record<string, string>
}

/**
 * Saves one section as it stands (R5.2). `version` is the one the writer started from; when another was saved since, the
 * save is refused and both texts are kept: the stored one here, the writer's on the screen.
 * Refuses: thing.not-found, application.closed, application.not-open, application.wrong-state, draft.stale.
 */
export const saveDraft = operation('application.save-draft', {
  input: z.strictObject({
    applicationId: z.string().max(60),
    section: z.enum(sectionIds, 'There is no such section.'),
    version: z.number().int().min(0),
    content: DraftContentInput,
    /** Absent: as declared before. */
    completed: z.boolean().optional(),
  }),
  subject: (tx, { applicationId }, actor) => lockOwnApplication(tx, applicationId, actor),
  check: ({ subject, at }) => requireWritable(subject, at),
  async run({ tx, actor, at, input, subject }) {
    if (actor.kind !== 'person') throw refuse('access.denied')
    const section = sections[input.section]
    const key = { applicationId: subject.application.id, section: section.id }
    const before = await storedDraft(tx, key)
    const content = keepAsked(section.questions, input.content)
    const unchanged =
      before !== undefined &&
      sameContent(keepAsked(section.questions, before.content as DraftContent), content)
    if ((before?.version ?? 0) !== input.version && !unchanged) throw await stale(tx, before!)
    const completed = input.completed ?? before?.completed ?? false
    const version = (before?.version ?? 0) + (unchanged && completed === before.completed ? 0 : 1)
    if (version !== before?.version) {
      const saved = { content, completed, version, updatedBy: actor.userId, updatedAt: at }
      await tx
        .insert(planDrafts)
        .values({ ...key, ...saved })
        .onConflictDoUpdate({ target: [planDrafts.applicationId, planDrafts.section], set: saved })
    }
    const result: SavedDraft = {
      version,
      savedAt: at.toISOString(),
      completed,
      problems: problemsOf(section, { content, completed }, subject.round),
    }
    return { result, audit: { object: key.applicationId, facts: { section: section.id, version } } }
  },
})

async function storedDraft(tx: Tx, key: { applicationId: string; section: string }) {
  const [row] = await tx
    .select()
    .from(planDrafts)
    .where(and(eq(planDrafts.applicationId, key.applicationId), eq(planDrafts.section, key.section)))
  return row
}

async function stale(tx: Tx, stored: typeof planDrafts.$inferSelect) {
  const [writer] = await tx.select().from(users).where(eq(users.id, stored.updatedBy))
  return refuse('draft.stale', {
    version: stored.version,
    at: stored.updatedAt.toISOString(),
    by: writer?.name ?? '',
  })
}
