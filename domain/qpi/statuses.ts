import { statusWords } from './kpi-words'
import type { QpiStatus } from './score'

/** Every status of a score, in the order in which a market is read. */
export const qpiStatuses = Object.keys(statusWords) as QpiStatus[]
