/** A process of its own, to be killed while it makes a round final. */
import { closeDatabase } from '../../db/client.ts'
import { sayYes } from './finalise-auction.ts'

const { FAULT_APPROVAL, FAULT_APPROVER } = process.env
await sayYes(FAULT_APPROVAL, FAULT_APPROVER)
await closeDatabase()
