import { afterAll, expect, test } from 'vitest'
import { closeDatabase, database, type Reader } from '@/db/client'
import { makeSubmittedApplication } from '@/db/factories/applications'
import { makeAssignment, makeConflict } from '@/db/factories/reviews'
import { ownReview } from './queries'

afterAll(closeDatabase)

/** What a read answers, and how many questions it asked of the database for it: what its time comes from. */
async function counted<R>(read: (db: Reader) => Promise<R>): Promise<{ answer: R; questions: number }> {
  let questions = 0
  const db = new Proxy(database(), {
    get(target, name, receiver) {
      if (name === 'select' || name === 'selectDistinct' || name === 'execute') questions++
      return Reflect.get(target, name, receiver)
    },
  })
  return { answer: await read(db), questions }
}

test('R6.2 a conflicted plan is told from one that is not there by nothing: as many questions, one answer', async () => {
  const plan = await makeSubmittedApplication()
  const { assignmentId, reviewer } = await makeAssignment(plan, { conflict: 'none' })
  const open = await counted((db) => ownReview(reviewer, { assignmentId }, db))
  expect(open.answer).toBeDefined()
  await makeConflict(plan, reviewer)
  const conflicted = await counted((db) => ownReview(reviewer, { assignmentId }, db))
  const unknown = await counted((db) => ownReview(reviewer, { assignmentId: 'asg_none' }, db))
  expect(conflicted.answer).toBeUndefined()
  expect(conflicted.questions).toBeLessThan(open.questions)
  expect(unknown).toEqual(conflicted)
})
