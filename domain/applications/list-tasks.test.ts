import { describe, expect, test } from 'vitest'
import { completeDrafts } from '@/db/factories/applications'
import { sectionIds } from '@/domain/plans/sections'
import { listTasks, type Progress, taskOrder } from './list-tasks'
import { acceptsSubmission, isAccepting } from './rules'

const resultsAt = new Date('2027-01-20T16:00:00Z')
const asked = { state: 'confirmed', requestedAt: new Date('2026-11-17T10:00:00Z') } as const
const registrar = { name: 'Sample Registrar (fictional)', canSponsor: true, request: asked }
const contents = completeDrafts('q7', resultsAt)
const all: Progress['drafts'] = Object.fromEntries(
  sectionIds.map((id) => [id, { content: contents[id], completed: true }]),
)
const progress = (change: Partial<Progress> = {}): Progress => ({
  drafts: all,
  organisation: 'Example Rivers Trust (fictional)',
  registrar,
  circumstances: { resultsAt },
  submitted: false,
  ...change,
})
const task = (id: string, change: Partial<Progress>) =>
  listTasks(progress(change))
    .flatMap(({ tasks }) => tasks)
    .find((one) => one.id === id)!

describe('the task list', () => {
  test('has twelve tasks in five groups', () => {
    expect(taskOrder).toHaveLength(12)
    expect(listTasks(progress())).toHaveLength(5)
  })

  test('knows a section not started, in progress, completed and with a problem', () => {
    const state = (draft?: Progress['drafts']['launch']) =>
      task('launch', { drafts: { ...all, launch: draft } }).state
    expect(state()).toBe('not-started')
    expect(state({ content: { plan: '', milestones: [] }, completed: false })).toBe('not-started')
    expect(state({ content: { plan: 'Soon' }, completed: false })).toBe('in-progress')
    expect(state({ content: contents.launch, completed: true })).toBe('completed')
    expect(state({ content: { plan: 'Soon' }, completed: true })).toBe('problem')
  })

  test('finds a problem when the results moved past a promised date', () => {
    const circumstances = { resultsAt: new Date('2028-01-01T00:00:00Z') }
    expect(task('launch', { circumstances }).state).toBe('problem')
  })

  test.each([
    [undefined, 'not-started', undefined],
    [{ ...registrar, request: undefined }, 'in-progress', 'named, and not asked yet'],
    [{ ...registrar, request: { ...asked, state: 'requested' as const } }, 'in-progress', 'since 17 Nov'],
    [{ ...registrar, request: { ...asked, state: 'declined' as const } }, 'problem', 'declined'],
    [{ ...registrar, canSponsor: false }, 'problem', 'not accredited'],
    [registrar, 'completed', 'confirmed'],
  ])('follows the registrar %#', (named, state, hint) => {
    const found = task('registrar', { registrar: named })
    expect(found.state).toBe(state)
    expect(found.hint ?? '').toContain(hint ?? '')
  })

  test('opens submission when everything else is completed', () => {
    expect(task('submit', {}).state).toBe('not-started')
    expect(task('submit', { submitted: true }).state).toBe('completed')
    expect(task('submit', { registrar: undefined }).state).toBe('cannot-start')
    expect(task('submit', { drafts: { ...all, deposit: undefined } }).state).toBe('cannot-start')
  })
})

describe('the window of applications is half-open (R5.6)', () => {
  const at = (ms: number) => new Date(ms)
  const round = { applicationsOpenAt: at(100), applicationsCloseAt: at(200) }

  test.each([
    [99, false],
    [100, true],
    [199, true],
    [200, false],
  ])('%d ms', (ms, open) => {
    expect(isAccepting({ ...round, state: 'applications' }, at(ms))).toBe(open)
    expect(acceptsSubmission({ ...round, state: 'review' }, at(ms))).toBe(open)
    expect(isAccepting({ ...round, state: 'review' }, at(ms))).toBe(false)
    expect(acceptsSubmission({ ...round, state: 'suspended' }, at(ms))).toBe(false)
  })
})
