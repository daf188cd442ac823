import { closeDatabase } from '@/db/client'
import { startHeartbeat } from '@/lib/heartbeat'
import { log } from '@/lib/log'
import { runQueues } from './run-queues'
import { runSchedule } from './schedule'
import { sequenceLog } from './sequence-log'

/**
 * Runs the queues, the schedule and the sequencer of the transcript until told to stop. Several workers may run: each
 * locks what it takes.
 */
async function main(): Promise<void> {
  const queues = await runQueues()
  const stopping = new AbortController()
  const schedule = runSchedule(stopping.signal)
  const sequencer = sequenceLog(stopping.signal)
  const stopHeartbeat = await startHeartbeat('worker')
  log().info('the worker is ready')
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve())
    queues.ended.then(resolve, (error) => {
      log().fatal({ err: error }, 'a queue ended')
      process.exitCode = 1
      resolve()
    })
  })
  stopHeartbeat()
  stopping.abort()
  await Promise.all([schedule, sequencer, queues.stop()])
  await closeDatabase()
}

await main()
