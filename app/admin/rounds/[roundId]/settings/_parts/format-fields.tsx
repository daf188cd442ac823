import { RadioGroup } from '@/components/ui/radio-group'
import { TextInput } from '@/components/ui/text-input'
import type { rounds } from '@/db/schema/rounds'
import { formatSentences, formatWords } from '@/domain/rounds/format-words'
import { ClockFields } from './clock-fields'
import { IncrementRows } from './increment-rows'
import { SoftCloseFields } from './soft-close-fields'

const ties = [
  {
    value: 'draw',
    label: 'By the draw',
    hint: 'From a secret whose hash is published before bidding (R7.5).',
  },
  { value: 'plan-score', label: 'By plan score, then by the draw' },
]

const secrets = [
  {
    value: 'published',
    label: 'Is published',
    hint: 'Anyone can open the bids again and check them (R8.3).',
  },
  { value: 'auditor', label: 'Goes to the auditor', hint: 'Losing bids stay confidential.' },
]

/** The settings that the format of the round has, and none of the others (R3.5, R7.3). */
export function FormatFields({
  round: { format, settings, zone },
  editable,
}: {
  round: typeof rounds.$inferSelect
  editable: boolean
}) {
  const open = format === 'open-ascending'
  const rises = open || format === 'ascending-clock'
  return (
    <>
      <p className="soft">
        <b>{formatWords[format]}.</b> {formatSentences[format]}
      </p>
      {rises && <IncrementRows increments={settings.increments} editable={editable} />}
      {open && <SoftCloseFields softClose={settings.softClose} zone={zone} />}
      {settings.clock && format === 'ascending-clock' && <ClockFields clock={settings.clock} />}
      {format === 'sealed-quality-weighted' && (
        <TextInput
          name="settings.qualityCoefficientMaxBp"
          label="Most that a plan adds to its bid, in %"
          hint="A plan of 100 points adds all of it, one at the pass line nothing (R7.6)."
          defaultValue={String(settings.qualityCoefficientMaxBp / 100)}
          inputMode="decimal"
          short
        />
      )}
      {format.startsWith('sealed-') && (
        <RadioGroup
          name="settings.sealedSecret"
          label="The secret of the sealed bids, after the opening"
          defaultValue={settings.sealedSecret ?? 'published'}
          options={secrets}
        />
      )}
      {/* An open ascending auction knows no ties: of equal maxima the earlier leads (R7.3). */}
      {!open && (
        <RadioGroup
          name="settings.ties"
          label="Ties are broken"
          defaultValue={settings.ties}
          options={ties}
        />
      )}
    </>
  )
}
