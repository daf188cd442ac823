import { TextInput } from '@/components/ui/text-input'
import type { ClockSettings } from '@/db/schema/rounds'

/** How the rounds of a clock follow each other, and how far each of them rises (R7.3). */
export function ClockFields({ clock }: { clock: ClockSettings }) {
  return (
    <>
      <TextInput
        name="settings.clock.roundMinutes"
        label="Minutes in a round"
        defaultValue={String(clock.roundMinutes)}
        inputMode="numeric"
        short
      />
      <TextInput
        name="settings.clock.recessMinutes"
        label="Minutes between two rounds"
        hint="Everyone then knows how many remain, and the next prices and times."
        defaultValue={String(clock.recessMinutes)}
        inputMode="numeric"
        short
      />
      <TextInput
        name="settings.clock.stepsPerRound"
        label="Steps by which the price rises in a round"
        hint="The end price of a round is so many increments above its start price, as the table has them there."
        defaultValue={String(clock.stepsPerRound)}
        inputMode="numeric"
        short
      />
    </>
  )
}
