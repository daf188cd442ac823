import type { Metadata } from 'next'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import { formatWords } from '@/domain/rounds/format-words'
import { may } from '@/lib/access/policy'
import { saveBasics } from '../../actions'
import { DraftForm } from '../_parts/draft-form'
import { readRound, titleOfRound } from '../_parts/read-round'
import { RoundHead } from '../_parts/round-head'

type Props = PageProps<'/admin/rounds/[roundId]/basics'>

export function generateMetadata(props: Props): Promise<Metadata> {
  return titleOfRound(props, 'Basics')
}

export default async function BasicsPage(props: Props) {
  const { round, phase, person } = await readRound(props)
  const { saved } = await props.searchParams
  const editable = round.state === 'draft' && may(person, 'round.change') === 'yes'
  return (
    <div className="wrap page space-y-8">
      <RoundHead round={round} phase={phase} part="basics" saved={saved !== undefined} />
      <DraftForm action={saveBasics} round={round} editable={editable}>
        <TextInput name="name" label="Name of the round" defaultValue={round.name} maxLength={120} />
        <TextArea
          name="summary"
          label="Summary"
          hint="Everyone reads it once the round is approved."
          defaultValue={round.summary}
          rows={5}
          maxLength={2000}
          optional
        />
        <p className="soft">
          Format: {formatWords[round.format]}. Rules, version {round.rulesVersion}.
        </p>
      </DraftForm>
    </div>
  )
}
