import { toLocal } from '@/lib/time/to-local'

/**
 * Whether money was received before the payment deadline, half-open (R10.2, R10.3); when it is counted does not matter. A
 * bank statement tells only the day, so a day counts as long as a part of it, in the round’s zone, is before the deadline.
 */
export function isInTime(
  { receivedOn, receivedAt }: { receivedOn: string; receivedAt?: Date },
  { payBy, zone }: { payBy: Date; zone: string },
): boolean {
  if (receivedAt) return receivedAt < payBy
  const lastDay = toLocal(new Date(payBy.getTime() - 1), zone).slice(0, 10)
  return receivedOn <= lastDay
}
