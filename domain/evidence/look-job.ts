import type { Job } from '@/lib/jobs'

/** Has the worker look at a piece of evidence; a waiting look at the same is replaced. */
export function lookJob(evidenceId: string, runAt?: Date): Job {
  return {
    task: 'check-evidence',
    payload: { evidenceId },
    key: `check-evidence:${evidenceId}`,
    ...(runAt && { runAt }),
  }
}
