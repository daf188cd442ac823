import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requirePerson } from '@/app/require-person'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Form } from '@/components/ui/form'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { practiceOfRound } from '@/domain/practice/queries'
import { KEPT_MINUTES } from '@/domain/practice/rules'
import { formatNames } from '@/domain/rounds/format-words'
import { roundName } from '@/domain/rounds/round-name'
import { currentActor } from '@/lib/access/current-actor'
import { PracticeNames } from './_parts/practice-names'
import { startPractice } from './actions'

type Props = PageProps<'/portal/rounds/[roundId]/practice'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await practiceOfRound(await currentActor(), { roundId: (await params).roundId })
  return { title: found ? `Practice for round ${found.round.number}` : 'Not found' }
}

export default async function PracticePage({ params }: Props) {
  const person = await requirePerson()
  const found = await practiceOfRound(person, { roundId: (await params).roundId })
  if (!found) notFound()
  const { round, practice, possible, bids } = found
  const running = practice?.state === 'bidding'
  return (
    <div className="wrap page">
      <div className="stack max-w-[46rem]">
        <Breadcrumb
          items={[
            { text: 'Your applications', href: '/portal' },
            { text: roundName(round), href: `/rounds/${round.phase}-${round.number}` },
            { text: 'Practice' },
          ]}
        />
        <h1>Practice for round {round.number}</h1>
        <p className="lede">
          An auction of two invented names in the format of this round: {formatNames[round.format]}. The rooms
          and the rules are the real ones. Your rivals are three bots.
        </p>
        <p>
          Days are shortened to minutes. Your bids bind nobody, appear in no result, and are wiped{' '}
          {KEPT_MINUTES} minutes after the end.
        </p>
        {practice && <PracticeNames practice={practice} />}
        {!possible && (
          <Notice title="No practice at present">
            Practice is open from the first application until bidding on the real names is over.
          </Notice>
        )}
        {possible && !bids && (
          <Notice title="You cannot bid for your organisation">
            Practice is for people with the bidder role. An owner of your organisation can give it to you.
          </Notice>
        )}
        {possible && bids && !running && (
          <Form action={startPractice}>
            <input type="hidden" name="roundId" value={round.id} />
            <div className="actions">
              <SubmitButton icon="play">
                {practice ? 'Practise again' : 'Start a practice auction'}
              </SubmitButton>
            </div>
          </Form>
        )}
      </div>
    </div>
  )
}
