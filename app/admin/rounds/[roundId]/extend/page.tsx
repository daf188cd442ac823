import type { Metadata } from 'next'
import { When } from '@/components/time/when'
import { RadioGroup } from '@/components/ui/radio-group'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import type { RoundState } from '@/db/schema/rounds'
import { type Period, periods } from '@/domain/rounds/extension'
import { askToExtend } from '../../actions'
import { ActPage } from '../_parts/act-page'
import { readRound, titleOfRound } from '../_parts/read-round'

type Props = PageProps<'/admin/rounds/[roundId]/extend'>

export function generateMetadata(props: Props): Promise<Metadata> {
  return titleOfRound(props, 'Extend')
}

const periodWords: Record<Period, string> = { applications: 'Applications', bidding: 'Bidding' }

export default async function ExtendPage(props: Props) {
  const found = await readRound(props)
  const { round } = found
  const open = (Object.keys(periods) as Period[]).filter((period) =>
    (periods[period].in as readonly RoundState[]).includes(round.state),
  )
  return (
    <ActPage
      found={found}
      title="Extend"
      explanation="The close and every later date move by the same length, so that no other stage gets shorter."
      operation="round.extend"
      possible={() => open.length > 0}
      action={askToExtend}
    >
      <RadioGroup
        name="period"
        label="What to extend"
        defaultValue={open[0]}
        options={open.map((period) => ({ value: period, label: periodWords[period] }))}
      />
      <ul className="small muted">
        {open.map((period) => (
          <li key={period}>
            {periodWords[period]} now {period === 'applications' ? 'close' : 'closes'}{' '}
            <When at={round[periods[period].closes]} zone={round.zone} />
          </li>
        ))}
      </ul>
      <div className="row items-end">
        <TextInput name="minutes" label="By how much" inputMode="numeric" defaultValue="15" short />
        <Select
          name="unit"
          label="Unit"
          defaultValue="minutes"
          options={[
            { value: 'minutes', label: 'minutes' },
            { value: 'days', label: 'days' },
          ]}
        />
      </div>
    </ActPage>
  )
}
