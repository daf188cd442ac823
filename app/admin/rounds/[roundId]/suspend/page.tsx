import type { Metadata } from 'next'
import { canTransition } from '@/domain/rounds/lifecycle'
import { askToSuspend } from '../../actions'
import { ActPage } from '../_parts/act-page'
import { readRound, titleOfRound } from '../_parts/read-round'

type Props = PageProps<'/admin/rounds/[roundId]/suspend'>

export function generateMetadata(props: Props): Promise<Metadata> {
  return titleOfRound(props, 'Suspend')
}

export default async function SuspendPage(props: Props) {
  return (
    <ActPage
      found={await readRound(props)}
      title="Suspend the round"
      explanation="Nobody can apply or bid until it is resumed. The timetable stands still and every name keeps the time it has left (R7.9)."
      operation="round.suspend"
      possible={(state) => canTransition(state, 'suspend')}
      action={askToSuspend}
      danger
    />
  )
}
