import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { When } from '@/components/time/when'
import { Conditions } from '@/components/ui/checks'
import { DefinitionList } from '@/components/ui/definition-list'
import { Form } from '@/components/ui/form'
import { Notice } from '@/components/ui/notice'
import { SectionHead } from '@/components/ui/section-head'
import { SubmitButton } from '@/components/ui/submit-button'
import { readinessOfRound } from '@/domain/rounds/officer-queries'
import { may } from '@/lib/access/policy'
import { askToApprove } from '../../actions'
import { readRound, titleOfRound } from '../_parts/read-round'
import { RoundHead } from '../_parts/round-head'
import { WaitingRequests } from '../_parts/waiting-requests'
import { DryRun } from './_parts/dry-run'
import { NamedNames } from './_parts/named-names'

type Props = PageProps<'/admin/rounds/[roundId]/approval'>

export function generateMetadata(props: Props): Promise<Metadata> {
  return titleOfRound(props, 'Check and approve')
}

export default async function ApprovalPage(props: Props) {
  const { round, phase, person } = await readRound(props)
  const readiness = await readinessOfRound(person, { roundId: round.id })
  if (!readiness) notFound()
  const { requirements, hash, dryRun } = readiness
  const conditions = [
    ...requirements.map(({ id, ok, sentence, labels }) => ({
      key: id,
      met: ok,
      text: labels.length > 0 ? <NamedNames sentence={sentence} labels={labels} /> : sentence,
    })),
    {
      key: 'dry-run',
      met: dryRun !== undefined,
      text: dryRun ? 'The round was dry-run as it stands.' : 'The round was not dry-run as it stands.',
    },
  ]
  const ready = conditions.every(({ met }) => met)
  return (
    <div className="wrap page space-y-8">
      <RoundHead round={round} phase={phase} part="approval" />
      {round.state === 'draft' ? (
        <div className="stack max-w-[46rem]">
          <WaitingRequests person={person} object={round.id} />
          <SectionHead title="Before this round can be approved" minor />
          <Conditions items={conditions} />
          <p className="small soft">
            The approval binds to <span className="mono brk">{hash}</span>, the SHA-256 of everything on these
            pages. Nothing of it changes afterwards (R3.5).
          </p>
          {may(person, 'round.approve') === 'yes' &&
            (ready ? (
              <Form action={askToApprove}>
                <input type="hidden" name="roundId" value={round.id} />
                <div className="actions">
                  <SubmitButton icon="users">Ask a second officer to approve</SubmitButton>
                </div>
              </Form>
            ) : (
              <Notice tone="warn" title="Not ready yet" />
            ))}
        </div>
      ) : (
        <DefinitionList
          items={[
            {
              term: 'Approved',
              value: round.approvedAt ? <When at={round.approvedAt} zone={round.zone} /> : 'Never',
            },
            {
              term: 'Settings, SHA-256',
              value: <span className="mono brk">{round.configHash ?? '–'}</span>,
            },
            {
              term: 'Secret of the draw, SHA-256',
              value: <span className="mono brk">{round.secretHash ?? '–'}</span>,
            },
          ]}
        />
      )}
      <DryRun
        round={round}
        dryRun={dryRun}
        mayRun={round.state === 'draft' && may(person, 'round.dry-run') === 'yes'}
      />
    </div>
  )
}
