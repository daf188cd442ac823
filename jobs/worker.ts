import { Logger, run, type TaskList } from 'graphile-worker'
import { closeDatabase } from '@/db/client'
import { env } from '@/env'
import { startHeartbeat } from '@/lib/heartbeat'
import { log } from '@/lib/log'
import { checkEvidence } from './check-evidence'
import { runSchedule } from './schedule'
import { sendMail } from './send-mail'
import { sendWebhooks } from './send-webhooks'

/** Follow-ups by name: what an operation enqueues, `jobs/<name>.ts` carries out. */
const tasks: TaskList = {
  'check-evidence': (payload) => checkEvidence(payload),
  'send-mail': sendMail,
  'send-webhooks': sendWebhooks,
}

const logger = new Logger(() => (level, message) => {
  if (level === 'error' || level === 'warning') log()[level === 'error' ? 'error' : 'warn'](message)
})

/** Runs the queue and the schedule until told to stop. Several workers may run: both lock what they take. */
async function main(): Promise<void> {
  const runner = await run({
    connectionString: env.DATABASE_URL,
    taskList: tasks,
    concurrency: 2,
    pollInterval: 1_000,
    noHandleSignals: true,
    logger,
  })
  const stopping = new AbortController()
  const schedule = runSchedule(stopping.signal)
  const stopHeartbeat = await startHeartbeat('worker')
  log().info('the worker is ready')
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve())
    runner.promise.then(resolve, (error) => {
      log().fatal({ err: error }, 'the queue ended')
      process.exitCode = 1
      resolve()
    })
  })
  stopHeartbeat()
  stopping.abort()
  await Promise.all([schedule, runner.stop().catch(() => {})])
  await closeDatabase()
}

await main()
