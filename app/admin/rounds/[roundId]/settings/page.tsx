import type { Metadata } from 'next'
import { Checkbox } from '@/components/ui/checkbox'
import { MoneyInput } from '@/components/ui/money-input'
import { RadioGroup } from '@/components/ui/radio-group'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import { answerDays } from '@/domain/awards/deadlines'
import { may } from '@/lib/access/policy'
import { saveRules } from '../../actions'
import { DraftForm } from '../_parts/draft-form'
import { readRound, titleOfRound } from '../_parts/read-round'
import { RoundHead } from '../_parts/round-head'
import { CreationFields } from './_parts/creation-fields'
import { FormatFields } from './_parts/format-fields'

type Props = PageProps<'/admin/rounds/[roundId]/settings'>

export function generateMetadata(props: Props): Promise<Metadata> {
  return titleOfRound(props, 'Money and rules')
}

const runnerUps = [
  { value: 'own-exit', label: 'Its own last bid', hint: 'The next in order pays what it bid itself.' },
  { value: 'recompute', label: 'The price without the defaulter', hint: 'As if the defaulter had not bid.' },
]

export default async function SettingsPage(props: Props) {
  const { round, phase, person } = await readRound(props)
  const { saved } = await props.searchParams
  const editable = round.state === 'draft' && may(person, 'round.change') === 'yes'
  const { settings } = round
  const days = answerDays(settings)
  return (
    <div className="wrap page space-y-8">
      <RoundHead round={round} phase={phase} part="settings" saved={saved !== undefined} />
      <DraftForm action={saveRules} round={round} editable={editable}>
        <MoneyInput
          name="settings.defaultReserveMinor"
          label="Reserve of a name added from now on"
          defaultMinor={BigInt(settings.defaultReserveMinor)}
        />
        <FormatFields round={round} editable={editable} />
        <TextInput
          name="settings.depositMultiple"
          label="Bidding limit, as a multiple of the deposit"
          hint="US$2,000,000.00 or more lifts the limit (R7.2)."
          defaultValue={String(settings.depositMultiple)}
          inputMode="numeric"
          short
        />
        <RadioGroup
          name="settings.runnerUp"
          label="After a default, the next in order pays"
          defaultValue={settings.runnerUp}
          options={runnerUps}
        />
        <TextInput
          name="settings.acceptanceBusinessDays"
          label="Business days to accept an award"
          defaultValue={String(days.accept)}
          inputMode="numeric"
          short
        />
        <TextInput
          name="settings.nextBusinessDays"
          label="Business days for the next in order to answer"
          hint="After a default (R10.3)."
          defaultValue={String(days.next)}
          inputMode="numeric"
          short
        />
        <TextInput
          name="settings.paymentBusinessDays"
          label="Business days to pay"
          defaultValue={String(settings.paymentBusinessDays)}
          inputMode="numeric"
          short
        />
        <CreationFields settings={settings} />
        <Checkbox
          name="settings.publishBidderNames"
          label="Publish the names of all bidders with the result, not only the winner’s"
          defaultChecked={settings.publishBidderNames}
        />
        <TextArea
          name="settings.buildOut"
          label="Steps when a promise of the plan is not kept"
          hint="One step a line, the mildest first (R12.2)."
          defaultValue={settings.buildOut.join('\n')}
          rows={6}
        />
      </DraftForm>
    </div>
  )
}
