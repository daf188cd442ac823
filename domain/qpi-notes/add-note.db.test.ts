import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makePerson } from '@/db/factories/people'
import { makeScoredMonth } from '@/db/factories/qpi'
import { qpiNotes } from '@/db/schema/qpi'
import { addNote } from './add-note'

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

describe('qpi-note.add', () => {
  test('R15.4 keeps notes, and steps with their day', async () => {
    const person = await officer()
    expect(await addNote(person, { kind: 'note', ianaId, text: 'Called on Monday.' })).toMatchObject({
      ok: true,
    })
    const step = { kind: 'step', ianaId, text: 'Signs the parked names.', dueOn: '2999-01-01' }
    expect(await addNote(person, step)).toMatchObject({ ok: true })
    const kept = await database()
      .select()
      .from(qpiNotes)
      .where(eq(qpiNotes.ianaId, ianaId))
      .orderBy(qpiNotes.writtenAt)
    expect(kept).toMatchObject([
      { kind: 'note', dueOn: null, writtenBy: person.userId },
      { kind: 'step', dueOn: '2999-01-01' },
    ])
    expect(await addNote(person, { ...step, kind: 'note' })).toMatchObject(refusal('input.invalid'))
  })

  test('refuses the role', async () => {
    for (const actor of [await makePerson({ roles: ['auditor'] }), await makePerson({ roles: ['reviewer'] })])
      expect(await addNote(actor, { kind: 'note', ianaId, text: 'A note.' })).toMatchObject(
        refusal('access.denied'),
      )
  })

  test('refuses the stranger, and a registrar that was never scored', async () => {
    const note = { kind: 'note', ianaId, text: 'A note.' }
    expect(await addNote({ kind: 'anyone' }, note)).toMatchObject(refusal('access.signed-out'))
    expect(await addNote(await officer(), { ...note, ianaId: 800_011 })).toMatchObject(
      refusal('thing.not-found'),
    )
  })

  test('refuses the moment: a step for a day that is over', async () => {
    const step = { kind: 'step', ianaId, text: 'Signs the parked names.', dueOn: '2020-01-01' }
    expect(await addNote(await officer(), step)).toMatchObject(refusal('qpi-note.day-past'))
  })
})
