import type { Metadata } from 'next'
import { TextArea } from '@/components/ui/text-area'
import { announce } from '../../actions'
import { ActPage } from '../_parts/act-page'
import { readRound, titleOfRound } from '../_parts/read-round'

type Props = PageProps<'/admin/rounds/[roundId]/announce'>

export function generateMetadata(props: Props): Promise<Metadata> {
  return titleOfRound(props, 'Announce')
}

export default async function AnnouncePage(props: Props) {
  return (
    <ActPage
      found={await readRound(props)}
      title="Announce"
      explanation="Everyone who follows the round sees it at once, dated. It cannot be changed afterwards."
      operation="round.announce"
      possible={(state) => state !== 'draft'}
      action={announce}
      reason={false}
      submit="Announce"
    >
      <TextArea name="text" label="Announcement" rows={5} maxLength={1000} required />
    </ActPage>
  )
}
