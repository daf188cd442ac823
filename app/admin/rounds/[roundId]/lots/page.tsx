import type { Metadata } from 'next'
import { EmptyState } from '@/components/ui/empty-state'
import { SectionHead } from '@/components/ui/section-head'
import { labelsForLots } from '@/domain/rounds/officer-queries'
import { may } from '@/lib/access/policy'
import { saveReserves } from '../../actions'
import { DraftForm } from '../_parts/draft-form'
import { readRound, titleOfRound } from '../_parts/read-round'
import { RoundHead } from '../_parts/round-head'
import { AddNames } from './_parts/add-names'
import { ReserveTable } from './_parts/reserve-table'
import { TakeOutName } from './_parts/take-out-name'

type Props = PageProps<'/admin/rounds/[roundId]/lots'>

export function generateMetadata(props: Props): Promise<Metadata> {
  return titleOfRound(props, 'Names')
}

export default async function LotsPage(props: Props) {
  const { round, phase, lots, person } = await readRound(props)
  const { saved } = await props.searchParams
  const editable = round.state === 'draft' && may(person, 'round.change') === 'yes'
  const free = editable ? ((await labelsForLots(person, undefined)) ?? []) : []
  return (
    <div className="wrap page space-y-8">
      <RoundHead round={round} phase={phase} part="lots" saved={saved !== undefined} />
      <section aria-labelledby="offered">
        <SectionHead title="Names in this round" id="offered">
          {lots.length}
        </SectionHead>
        {lots.length === 0 ? (
          <EmptyState title="No name yet">Add released names below.</EmptyState>
        ) : (
          <DraftForm action={saveReserves} round={round} editable={editable}>
            <ReserveTable lots={lots} editable={editable} />
          </DraftForm>
        )}
      </section>
      {editable && lots.length > 0 && <TakeOutName roundId={round.id} />}
      {editable && (
        <AddNames
          roundId={round.id}
          free={free}
          defaultReserveMinor={BigInt(round.settings.defaultReserveMinor)}
        />
      )}
    </div>
  )
}
