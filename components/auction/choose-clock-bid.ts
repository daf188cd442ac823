import { formatMoney } from '@/lib/money'

/** What a bid in a round does: stays at the end price, leaves below it, or stands above it for later rounds (R7.3). */
export type ClockChoice = 'stay' | 'leave' | 'proxy'

export function choiceOf(amountMinor: bigint, endMinor: bigint): ClockChoice {
  if (amountMinor === endMinor) return 'stay'
  return amountMinor < endMinor ? 'leave' : 'proxy'
}

/** Why this amount is not what was chosen, in a sentence; undefined when it is. */
export function problemWithChoice(
  choice: ClockChoice,
  amountMinor: bigint,
  { startMinor, endMinor }: { startMinor: bigint; endMinor: bigint },
): string | undefined {
  if (amountMinor < startMinor)
    return `A bid in this round is at least its start price, ${formatMoney(startMinor)}.`
  if (choice === 'leave' && amountMinor >= endMinor)
    return `With ${formatMoney(endMinor)} or more you stay in. Name a lower price to leave.`
  if (choice === 'proxy' && amountMinor <= endMinor)
    return `A bid for later rounds is above ${formatMoney(endMinor)}, the end price of this one.`
  return undefined
}
