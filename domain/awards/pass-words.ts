import type { PassedOver, PassReason } from '@/db/schema/awards'

/** Why a bidder was not asked although its turn had come; public, so nobody is named. */
export const passWords: Record<PassReason, string> = {
  struck: 'was struck from the round',
  withdrawn: 'has withdrawn its application',
  related: 'is related to one whose award ended (R4.3)',
}

/** `Paddle 12 was passed over: it is related to …`. */
export function passSentence({ paddle, reason }: PassedOver): string {
  return `Paddle ${paddle} was passed over: it ${passWords[reason]}.`
}
