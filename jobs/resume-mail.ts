import { database } from '@/db/client'
import { hasLeftLetters } from '@/domain/mail/queries'
import { enqueue } from '@/lib/jobs'

/**
 * Has the letters sent that a killed worker left behind. The sending itself stays with the queue: a mail server that
 * does not answer must not hold up the schedule.
 */
export async function resumeMail(): Promise<void> {
  if (!(await hasLeftLetters())) return
  await database().transaction((tx) => enqueue(tx, [{ task: 'send-mail', payload: {}, key: 'send-mail' }]))
}
