import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makePerson } from '@/db/factories/people'
import { makeScoredMonth } from '@/db/factories/qpi'
import { qpiStepEnds } from '@/db/schema/qpi'
import { addNote } from './add-note'
import { endStep } from './end-step'

const ianaId = 800_010
const officer = () => makePerson({ roles: ['programme-officer'] })
const refusal = (code: string) => ({ ok: false, error: { code } })

beforeAll(async () => {
  await makeScoredMonth(await officer(), '2024-01', [
    {
      ...{ ianaId, domains: 1000, renewed: 0.7, used: 0.7, secured: 0.7, signed: 0.1 },
      terms: [10, 0, 0],
    },
  ])
})
afterAll(closeDatabase)

async function makeStep(): Promise<string> {
  const answer = await addNote(await officer(), {
    kind: 'step',
    ianaId,
    text: 'Signs names.',
    dueOn: '2999-01-01',
  })
  if (!answer.ok) throw new Error(answer.error.code)
  return answer.value.noteId
}

describe('qpi-note.end-step', () => {
  test('R15.4 ends a step', async () => {
    const noteId = await makeStep()
    expect(await endStep(await officer(), { noteId, outcome: 'done' })).toMatchObject({ ok: true })
    const [kept] = await database().select().from(qpiStepEnds).where(eq(qpiStepEnds.noteId, noteId))
    expect(kept?.outcome).toBe('done')
  })

  test('refuses the role', async () => {
    const noteId = await makeStep()
    expect(
      await endStep(await makePerson({ roles: ['auditor'] }), { noteId, outcome: 'done' }),
    ).toMatchObject(refusal('access.denied'))
  })

  test('refuses the stranger, and a note, which has no end', async () => {
    expect(await endStep({ kind: 'anyone' }, { noteId: 'qnt_x', outcome: 'done' })).toMatchObject(
      refusal('access.signed-out'),
    )
    const note = await addNote(await officer(), { kind: 'note', ianaId, text: 'A note.' })
    if (!note.ok) throw new Error(note.error.code)
    expect(await endStep(await officer(), { noteId: note.value.noteId, outcome: 'done' })).toMatchObject(
      refusal('thing.not-found'),
    )
  })

  test('refuses the moment: it is over', async () => {
    const noteId = await makeStep()
    await endStep(await officer(), { noteId, outcome: 'dropped' })
    expect(await endStep(await officer(), { noteId, outcome: 'done' })).toMatchObject(
      refusal('qpi-note.ended'),
    )
  })
})
