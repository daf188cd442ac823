import { database, type Reader } from '@/db/client'
import { processNow } from '@/lib/clock'
import { query } from '@/lib/query'
import { allModels, modelOf } from './read-model'

/** Every version of the model, the newest first (R15.2). */
export const modelVersions = query('qpi.manage', ({ db }) => allModels(db))

/** The version that scores the present month; public, with every weight (R15.2). */
export async function presentModel(db: Reader = database()) {
  return modelOf(db, processNow().toISOString().slice(0, 7))
}
