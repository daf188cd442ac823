import { Checkbox } from '@/components/ui/checkbox'
import { MoneyInput } from '@/components/ui/money-input'
import { TextInput } from '@/components/ui/text-input'
import type { RoundSettings } from '@/db/schema/rounds'
import { allocationTerms } from '@/domain/allocations/rules'

/** How the names of the round are created once they are paid (R11). */
export function CreationFields({ settings }: { settings: RoundSettings }) {
  const { tokenDays, premium, feeMinor } = allocationTerms(settings)
  return (
    <>
      <TextInput
        name="settings.allocation.tokenDays"
        label="Days a registrar has to create a paid name"
        hint="Then its token expires, and a new one must be asked for (R11.1)."
        defaultValue={String(tokenDays)}
        inputMode="numeric"
        short
      />
      <Checkbox
        name="settings.allocation.premium"
        label="The names are premium: the command that creates one names the fee (RFC 8748)"
        defaultChecked={premium}
      />
      <MoneyInput
        name="settings.allocation.createFeeMinor"
        label="Fee of the creation"
        hint="What the registry charges the registrar beside the price that was paid to the programme. Counts where the names are premium."
        defaultMinor={feeMinor ?? 0n}
      />
    </>
  )
}
