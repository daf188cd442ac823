import type { PassReason } from '@/db/schema/awards'
import { type AnyTerms, type History, offerAfterDefault } from '@/engine/auction'
import type { Offer } from '@/engine/lifecycle'
import type { RunnerUpRule } from '@/engine/terms'

export type NextInOrder = {
  /** Whom the lot is offered to, and its price in cents; null when nobody is left at or above the reserve. */
  offer: Offer | null
  /** Those whose turn came on the way and who cannot be asked. */
  passedOver: { bidder: string; reason: PassReason }[]
}

/**
 * Who is next after a default, and at what price (R7.8, R10.3). Everyone who was asked before is struck, and so is whoever
 * cannot be asked; then the engine is asked again, under the rule the round published.
 * @param asked paddles that had their turn, whatever became of it
 * @param unfit paddles that cannot be asked, and why
 */
export function nextInOrder(
  history: History<AnyTerms>,
  rule: RunnerUpRule,
  asked: readonly string[],
  unfit: ReadonlyMap<string, PassReason>,
): NextInOrder {
  const struck = [...asked]
  const passedOver: NextInOrder['passedOver'] = []
  for (;;) {
    const offer = offerAfterDefault(history, struck, rule)
    const reason = offer ? unfit.get(offer.bidder) : undefined
    if (!offer || !reason) return { offer, passedOver }
    passedOver.push({ bidder: offer.bidder, reason })
    struck.push(offer.bidder)
  }
}
