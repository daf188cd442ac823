import Link from 'next/link'
import { MarkBadge } from './status'

export type TaskState = 'completed' | 'in-progress' | 'not-started' | 'cannot-start' | 'problem'

const words: Record<TaskState, string> = {
  completed: 'Completed',
  'in-progress': 'In progress',
  'not-started': 'Not yet started',
  'cannot-start': 'Cannot start yet',
  problem: 'There is a problem',
}

export type TaskGroup = {
  title: string
  tasks: { text: string; href?: string; hint?: React.ReactNode; state: TaskState; word?: string }[]
}

/** Numbered groups of tasks, each with its state in words. A task that cannot start has no link and says why. */
export function TaskList({ groups }: { groups: TaskGroup[] }) {
  return groups.map(({ title, tasks }, index) => (
    <section className="task-group" key={title}>
      <h2>
        <span>{index + 1}</span>
        {title}
      </h2>
      <ul>
        {tasks.map(({ text, href, hint, state, word }) => (
          <li className="task" key={text}>
            <span>
              {href && state !== 'cannot-start' ? (
                <Link href={href} prefetch={false}>
                  {text}
                </Link>
              ) : (
                <span className="muted">{text}</span>
              )}
              {hint && <small>{hint}</small>}
            </span>
            {state === 'problem' ? (
              <MarkBadge tone="bad" icon="circle-alert">
                {word ?? words.problem}
              </MarkBadge>
            ) : (
              <span className={state === 'cannot-start' ? 'task-state cannot' : 'task-state'}>
                {word ?? words[state]}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  ))
}
