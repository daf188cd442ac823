import { expect } from '@playwright/test'
import { desc, eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { mailOutbox } from '@/db/schema/system'

/** Waits for a letter to this address and gives the path of the link in it that begins so. */
export async function linkInLetter(to: string, beginning: string): Promise<string> {
  let found = ''
  await expect
    .poll(async () => {
      const letters = await database()
        .select({ text: mailOutbox.text })
        .from(mailOutbox)
        .where(eq(mailOutbox.to, to))
        .orderBy(desc(mailOutbox.id))
      for (const { text } of letters) {
        const links = text.match(/https?:\/\/\S+/g) ?? []
        const link = links.map((each) => new URL(each).pathname).find((each) => each.startsWith(beginning))
        if (link) found = link
      }
      return found
    })
    .toContain(beginning)
  return found
}
