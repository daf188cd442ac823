import { type Circumstances, checkSection } from '@/domain/plans/check-section'
import type { Drafts } from '@/domain/plans/freeze-plan'
import { type SectionId, sections } from '@/domain/plans/sections'
import type { SponsorshipState } from '@/domain/sponsorships/rules'
import { formatShortDay } from '@/lib/time/format-instant'

export type TaskState = 'completed' | 'in-progress' | 'not-started' | 'cannot-start' | 'problem'
export type TaskId = SectionId | 'registrar' | 'submit'

export type Task = { id: TaskId; text: string; state: TaskState; hint?: string }

/** What the tasks of an application depend on. */
export type Progress = {
  drafts: Drafts
  organisation: string
  registrar?: {
    name: string
    canSponsor: boolean
    request?: { state: SponsorshipState; requestedAt: Date }
  }
  circumstances: Circumstances
  /** The current version says what the drafts say. */
  submitted: boolean
}

const groups: readonly { title: string; tasks: readonly TaskId[] }[] = [
  { title: 'Before you start', tasks: ['eligibility', 'conflict'] },
  { title: 'Your organisation', tasks: ['organisation', 'owners', 'registrar'] },
  { title: 'Your branding plan', tasks: ['purpose', 'brand', 'marketing', 'launch', 'team'] },
  { title: 'Your bid and deposit', tasks: ['deposit'] },
  { title: 'Review and submit', tasks: ['submit'] },
]

/** Every task in the order of the list: what “save and continue” walks along. */
export const taskOrder: readonly TaskId[] = groups.flatMap(({ tasks }) => tasks)

/** The task list of an application: any order, and submission once everything else is completed. */
export function listTasks(progress: Progress): { title: string; tasks: Task[] }[] {
  const before = taskOrder.filter((id) => id !== 'submit')
  const states = new Map<TaskId, TaskState>(before.map((id) => [id, stateOf(id, progress)]))
  const ready = before.every((id) => states.get(id) === 'completed')
  states.set('submit', ready ? (progress.submitted ? 'completed' : 'not-started') : 'cannot-start')
  return groups.map(({ title, tasks }) => ({
    title,
    tasks: tasks.map((id) => ({
      id,
      text: textOf(id),
      state: states.get(id)!,
      hint: hintOf(id, progress, ready),
    })),
  }))
}

function stateOf(id: TaskId, progress: Progress): TaskState {
  if (id === 'registrar') return registrarState(progress.registrar)
  if (id === 'submit') return 'cannot-start'
  const draft = progress.drafts[id]
  const isEmpty = (value: unknown) => value === '' || (Array.isArray(value) && value.length === 0)
  if (!draft || (!draft.completed && Object.values(draft.content).every(isEmpty))) return 'not-started'
  if (!draft.completed) return 'in-progress'
  return checkSection(sections[id], draft.content, progress.circumstances).complete ? 'completed' : 'problem'
}

function registrarState(registrar: Progress['registrar']): TaskState {
  if (!registrar) return 'not-started'
  const answer = registrar.request?.state
  if (!registrar.canSponsor || answer === 'declined') return 'problem'
  return answer === 'confirmed' ? 'completed' : 'in-progress'
}

function textOf(id: TaskId): string {
  if (id === 'registrar') return 'Ask your registrar to sponsor you'
  return id === 'submit' ? 'Check your answers and submit' : sections[id].task
}

function hintOf(id: TaskId, progress: Progress, ready: boolean): string | undefined {
  if (id === 'organisation') return progress.organisation
  if (id === 'deposit') return 'It sets how much you may bid'
  if (id === 'submit') return ready ? undefined : 'Opens when every task above is completed'
  const { registrar } = progress
  if (id !== 'registrar' || !registrar) return undefined
  const { name, canSponsor, request } = registrar
  if (!canSponsor) return `${name} is not accredited at present`
  if (!request) return `${name} is named, and not asked yet`
  if (request.state === 'declined') return `${name} declined`
  if (request.state === 'confirmed') return `${name} confirmed`
  return `Waiting for ${name} since ${formatShortDay(request.requestedAt, 'UTC')}`
}
