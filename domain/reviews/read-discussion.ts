import { asc, eq } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { users } from '@/db/schema/people'
import { panelRemarks } from '@/db/schema/reviews'

export type Remark = {
  id: string
  criterion: string | null
  text: string
  at: Date
  by: { userId: string; name: string }
}

/** What the panel said about a plan, in the order it was said. Whoever calls it has decided who may read it (R6.4). */
export function readDiscussion(db: Reader, applicationId: string): Promise<Remark[]> {
  return db
    .select({
      id: panelRemarks.id,
      criterion: panelRemarks.criterion,
      text: panelRemarks.text,
      at: panelRemarks.at,
      by: { userId: users.id, name: users.name },
    })
    .from(panelRemarks)
    .innerJoin(users, eq(users.id, panelRemarks.by))
    .where(eq(panelRemarks.applicationId, applicationId))
    .orderBy(asc(panelRemarks.id))
}
