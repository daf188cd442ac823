import { eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { auditLog } from '@/db/schema/system'

/** Everything that the audit log says about an object, as one text. */
export async function auditedAbout(object: string): Promise<string> {
  const rows = await database().select().from(auditLog).where(eq(auditLog.object, object))
  return rows.map(({ payload }) => Buffer.from(payload).toString()).join('\n')
}
