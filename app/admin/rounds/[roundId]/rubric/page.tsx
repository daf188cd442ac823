import type { Metadata } from 'next'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { rehearseRubric } from '@/domain/reviews/rehearse-rubric'
import { may } from '@/lib/access/policy'
import { saveRubric } from '../../actions'
import { DraftForm } from '../_parts/draft-form'
import { readRound, titleOfRound } from '../_parts/read-round'
import { RoundHead } from '../_parts/round-head'
import { CriterionFields } from './_parts/criterion-fields'
import { Rehearsal } from './_parts/rehearsal'

type Props = PageProps<'/admin/rounds/[roundId]/rubric'>

export function generateMetadata(props: Props): Promise<Metadata> {
  return titleOfRound(props, 'Rubric')
}

export default async function RubricPage(props: Props) {
  const { round, phase, person } = await readRound(props)
  const { saved } = await props.searchParams
  const rehearsed = round.state === 'draft' ? await rehearseRubric(person, { roundId: round.id }) : undefined
  const editable = round.state === 'draft' && may(person, 'round.change') === 'yes'
  const { rubric, passLineHundredths, criterionMinimumHundredths, reviewersPerPlan, calibration } =
    round.settings
  return (
    <div className="wrap page space-y-8">
      <RoundHead round={round} phase={phase} part="rubric" saved={saved !== undefined} />
      <p className="lede">
        Reviewers give each criterion a value from 0 to 5 and a written reason. Quality, creativity and timely
        launch are always judged (R6.1). The weights add up to 100 %.
      </p>
      <DraftForm action={saveRubric} round={round} editable={editable}>
        <div id="settings.rubric" className="stack">
          {rubric.map((criterion, index) => (
            <CriterionFields key={criterion.id} index={index} criterion={criterion} open={index === 0} />
          ))}
          {editable && rubric.length < 8 && <CriterionFields index={rubric.length} open={false} />}
        </div>
        <TextInput
          name="settings.passLineHundredths"
          label="Pass line, out of 100"
          defaultValue={String(passLineHundredths / 100)}
          inputMode="decimal"
          short
        />
        <TextInput
          name="settings.criterionMinimumHundredths"
          label="Least mean on each criterion, out of 5"
          defaultValue={String(criterionMinimumHundredths / 100)}
          inputMode="decimal"
          short
        />
        <TextInput
          name="settings.reviewersPerPlan"
          label="Reviewers for each plan"
          defaultValue={String(reviewersPerPlan)}
          inputMode="numeric"
          short
        />
        <Select
          name="settings.calibration"
          label="Calibration plans"
          hint="Invented plans with a model score, which each reviewer scores before the first real one."
          defaultValue={String(Number(calibration ?? 0))}
          options={[
            { value: '0', label: 'None' },
            { value: '1', label: 'One, of middling worth' },
            { value: '2', label: 'Two, the second strong on one criterion alone' },
          ]}
        />
      </DraftForm>
      {rehearsed && <Rehearsal found={rehearsed} />}
    </div>
  )
}
