import { afterAll, expect, test } from 'vitest'
import { closeDatabase } from '@/db/client'
import { makeSubmittedApplication } from '@/db/factories/applications'
import { makeChair, makeReviewer } from '@/db/factories/reviews'
import { assignReviewer } from '@/domain/reviews/assign-reviewer'
import { assignmentsOfRound, ownPosts } from './queries'
import { statePosts } from './state-posts'

afterAll(closeDatabase)

const refusal = (code: string) => ({ ok: false, error: { code } })

test('where a reviewer works is a sign of a conflict with that applicant, and with no other', async () => {
  const reviewer = await makeReviewer()
  const [plan, other] = [await makeSubmittedApplication(), await makeSubmittedApplication()]
  const organisations = [`The ${plan.organisation.legalName.toUpperCase()}`, 'University of Example']
  expect(await statePosts(reviewer, { organisations })).toMatchObject({ value: { stated: 2 } })
  const chair = await makeChair()
  const board = await assignmentsOfRound(chair, { roundId: plan.roundId })
  const column = board!.reviewers.findIndex(({ userId }) => userId === reviewer.userId)
  expect(board?.plans[0]?.cells[column]?.grounds).toEqual([
    `Works or worked there, as they say: ${organisations[0]}`,
  ])
  for (const { id: applicationId } of [plan, other])
    expect(await assignReviewer(chair, { applicationId, reviewerId: reviewer.userId })).toMatchObject({
      ok: true,
    })
})

test('a reviewer says it anew, in their own words; nobody else reads it', async () => {
  const reviewer = await makeReviewer()
  await statePosts(reviewer, { organisations: ['Example Rivers'] })
  await statePosts(reviewer, { organisations: ['Example Lakes', 'Example Lakes'] })
  expect(await ownPosts(reviewer, {})).toEqual(['Example Lakes'])
  expect(await ownPosts(await makeReviewer(), {})).toEqual([])
  expect(await ownPosts(await makeChair(), {})).toBeUndefined()
})

test('bad input changes nothing', async () => {
  const reviewer = await makeReviewer()
  await statePosts(reviewer, { organisations: ['Example Rivers'] })
  for (const organisations of [['x'], ['a'.repeat(201)], Array(31).fill('Example')])
    expect(await statePosts(reviewer, { organisations })).toMatchObject(refusal('input.invalid'))
  expect(await ownPosts(reviewer, {})).toEqual(['Example Rivers'])
})

test('refuses the role', async () => {
  expect(await statePosts(await makeChair(), { organisations: [] })).toMatchObject(refusal('access.denied'))
})
