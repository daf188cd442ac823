import type { Metadata } from 'next'
import { canTransition } from '@/domain/rounds/lifecycle'
import { askToResume } from '../../actions'
import { ActPage } from '../_parts/act-page'
import { readRound, titleOfRound } from '../_parts/read-round'

type Props = PageProps<'/admin/rounds/[roundId]/resume'>

export function generateMetadata(props: Props): Promise<Metadata> {
  return titleOfRound(props, 'Resume')
}

export default async function ResumePage(props: Props) {
  return (
    <ActPage
      found={await readRound(props)}
      title="Resume the round"
      explanation="It goes on where it stopped. Every date ahead moves by the length of the suspension, so that the remaining time is kept (R7.9)."
      operation="round.resume"
      possible={(state) => canTransition(state, 'resume')}
      action={askToResume}
    />
  )
}
