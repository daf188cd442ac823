import { HoldFocus } from '@/components/ui/hold-focus'
import { ConfirmBid, type ConfirmWords } from './confirm-bid'
import type { Bidding } from './run-bidding'
import { statedMinor } from './send-bid'
import { TellAnswer } from './tell-answer'

/**
 * A bid is entered, confirmed in the same place and answered there, whatever its format: nothing is sent before it is
 * confirmed.
 * @param wordsFor how the confirmation speaks of an amount; null: of a withdrawal
 */
export function MakeBid({
  label,
  bidding,
  wordsFor,
  children,
}: {
  label: string
  bidding: Bidding
  wordsFor: (minor: bigint | null) => ConfirmWords
  /** Where the bid is entered. */
  children: React.ReactNode
}) {
  const { step } = bidding
  return (
    <HoldFocus of={step.at} label="Your bid">
      {step.at === 'confirming' ? (
        <ConfirmBid
          key={String(statedMinor(step.body))}
          label={label}
          bidding={bidding}
          amountMinor={statedMinor(step.body)}
          again={step.again}
          words={wordsFor(statedMinor(step.body))}
        />
      ) : (
        children
      )}
      <TellAnswer bidding={bidding} />
    </HoldFocus>
  )
}
