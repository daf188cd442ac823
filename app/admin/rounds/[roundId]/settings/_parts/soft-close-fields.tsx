import { TextInput } from '@/components/ui/text-input'
import type { RoundSettings } from '@/db/schema/rounds'
import { toLocal } from '@/lib/time/to-local'
import { EnterLocalTime } from '../../_parts/enter-local-time'

/** When a late bid moves the close, by how much, and whether there is an end that nothing moves (R7.3). */
export function SoftCloseFields({
  softClose,
  zone,
}: {
  softClose: RoundSettings['softClose']
  zone: string
}) {
  return (
    <>
      <TextInput
        name="settings.softClose.windowSeconds"
        label="A bid in the last minutes moves the close: how many"
        hint="0 switches the soft close off."
        defaultValue={String(softClose.windowSeconds / 60)}
        inputMode="decimal"
        short
      />
      <TextInput
        name="settings.softClose.extendSeconds"
        label="Minutes from such a bid to the new close"
        defaultValue={String(softClose.extendSeconds / 60)}
        inputMode="decimal"
        short
      />
      <EnterLocalTime
        name="settings.softClose.hardEnd"
        label="Hard end, which no bid moves"
        hint={`In ${zone}. Leave it empty for none.`}
        local={softClose.hardEnd ? toLocal(new Date(softClose.hardEnd), zone) : ''}
        optional
      />
    </>
  )
}
