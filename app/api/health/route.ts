import { databaseAnswers } from '@/lib/health'
import { json } from '@/lib/route-action'

export const dynamic = 'force-dynamic'

/** 200 when this process can read the database's clock, 503 otherwise. */
export async function GET(): Promise<Response> {
  const well = await databaseAnswers()
  return json(well ? 200 : 503, { ok: well })
}
