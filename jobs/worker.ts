import { sql } from 'drizzle-orm'
import { Logger, run, type TaskList } from 'graphile-worker'
import { closeDatabase, database } from '@/db/client'
import { heartbeats } from '@/db/schema/system'
import { env } from '@/env'
import { log } from '@/lib/log'
import { runSchedule } from './schedule'
import { sendMail } from './send-mail'

/** Follow-ups by name: what an operation enqueues, `jobs/<name>.ts` carries out. */
const tasks: TaskList = {
  'send-mail': sendMail,
}

const HEARTBEAT_MS = 5_000

/** Says that the worker lives, for the control room and the outage rule (R7.9). */
async function beat(): Promise<void> {
  const at = sql`clock_timestamp()`
  await database()
    .insert(heartbeats)
    .values({ name: 'worker', at, details: { pid: process.pid } })
    .onConflictDoUpdate({ target: heartbeats.name, set: { at, details: { pid: process.pid } } })
    .catch((error) => log().error({ err: error }, 'the heartbeat could not be written'))
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
  const heartbeat = setInterval(beat, HEARTBEAT_MS)
  await beat()
  log().info('the worker is ready')
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve())
    runner.promise.then(resolve, (error) => {
      log().fatal({ err: error }, 'the queue ended')
      process.exitCode = 1
      resolve()
    })
  })
  clearInterval(heartbeat)
  stopping.abort()
  await schedule
  await runner.stop().catch(() => {})
  await closeDatabase()
}

await main()
