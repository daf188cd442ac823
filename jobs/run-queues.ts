import { Logger, type Runner, run, type TaskList } from 'graphile-worker'
import { env } from '@/env'
import { log } from '@/lib/log'
import { checkEvidence } from './check-evidence'
import { sendMail } from './send-mail'
import { sendWebhooks } from './send-webhooks'

/**
 * Follow-ups by name: what an operation enqueues, `jobs/<name>.ts` carries out. Each list has takers of its own: servers
 * of others that answer slowly, or not at all, keep no sign-in letter waiting.
 */
const lists: TaskList[] = [
  { 'send-mail': sendMail },
  { 'check-evidence': (payload) => checkEvidence(payload), 'send-webhooks': () => sendWebhooks() },
]

const logger = new Logger(() => (level, message) => {
  if (level === 'error' || level === 'warning') log()[level === 'error' ? 'error' : 'warn'](message)
})

/** Takes follow-ups until told to stop; `ended` when they are taken no longer. */
export async function runQueues(): Promise<{ ended: Promise<void>; stop: () => Promise<void> }> {
  const runners: Runner[] = []
  for (const taskList of lists)
    runners.push(
      await run({
        connectionString: env.DATABASE_URL,
        taskList,
        concurrency: 2,
        pollInterval: 1_000,
        noHandleSignals: true,
        logger,
      }),
    )
  return {
    ended: Promise.race(runners.map(({ promise }) => promise)),
    async stop() {
      await Promise.all(runners.map((runner) => runner.stop().catch(() => {})))
    },
  }
}
