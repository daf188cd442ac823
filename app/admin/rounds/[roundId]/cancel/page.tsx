import type { Metadata } from 'next'
import { canTransition } from '@/domain/rounds/lifecycle'
import { askToCancel } from '../../actions'
import { ActPage } from '../_parts/act-page'
import { readRound, titleOfRound } from '../_parts/read-round'

type Props = PageProps<'/admin/rounds/[roundId]/cancel'>

export function generateMetadata(props: Props): Promise<Metadata> {
  return titleOfRound(props, 'Cancel')
}

export default async function CancelPage(props: Props) {
  return (
    <ActPage
      found={await readRound(props)}
      title="Cancel the round"
      explanation="The round ends without a result and its names are released again. This cannot be undone."
      operation="round.cancel"
      possible={(state) => canTransition(state, 'cancel')}
      action={askToCancel}
      danger
    />
  )
}
