import { waitingLetters } from '@/domain/mail/queries'
import { sendLetter } from '@/domain/mail/send-letter'
import { systemActor } from '@/lib/access/actor'

const AT_A_TIME = 50

/** Sends what waits in the outbox. Throws when a letter could not be sent, so that the queue tries again, later each time. */
export async function sendMail(): Promise<void> {
  const tried = new Set<string>()
  let failed = 0
  for (;;) {
    const waiting = (await waitingLetters(AT_A_TIME + tried.size)).filter((id) => !tried.has(id))
    if (waiting.length === 0) break
    for (const mailId of waiting) {
      tried.add(mailId)
      const answer = await sendLetter(systemActor('send-mail'), { mailId })
      // A refusal means that another worker has this letter.
      if (answer.ok && !answer.value.sent) failed++
    }
  }
  if (failed > 0) throw new Error(`${failed} letters could not be sent yet`)
}
