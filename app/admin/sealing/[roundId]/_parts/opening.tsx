import Link from 'next/link'
import { When } from '@/components/time/when'
import { DefinitionList } from '@/components/ui/definition-list'
import { Form } from '@/components/ui/form'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { voidWords } from '@/domain/sealing/rules'
import { processNow } from '@/lib/clock'
import { askToBegin } from '../../actions'
import type { Found } from './found'

/** How far the opening is, and its first step once bidding is over. */
export function Opening({ found, acts, zone }: { found: Found; acts: boolean; zone: string }) {
  const { round, opening, boxes, released, secret, voids } = found
  if (!opening) return <BeforeOpening found={found} acts={acts} zone={zone} />
  const opened = opening.bids - boxes.unopened
  return (
    <>
      {opening.finishedAt ? (
        <Notice tone="good" title={`All ${opening.bids} bids are opened`}>
          The engine decides each name from them. Void bids stand with their reason in the results.
        </Notice>
      ) : (
        <p>
          <label>
            {opening.unlockedAt
              ? `${opened} of ${opening.bids} bids are opened`
              : `${released.length} of 3 shares are released`}
            <progress
              className="block w-full"
              value={opening.unlockedAt ? opened : released.length}
              max={opening.unlockedAt ? opening.bids : 3}
            />
          </label>
        </p>
      )}
      <DefinitionList
        items={[
          { term: 'Begun', value: <When at={opening.startedAt} zone={zone} /> },
          ...(opening.unlockedAt
            ? [
                {
                  term: 'Three shares gave the published key',
                  value: <When at={opening.unlockedAt} zone={zone} />,
                },
              ]
            : []),
          ...(opening.finishedAt
            ? [{ term: 'All opened', value: <When at={opening.finishedAt} zone={zone} /> }]
            : []),
        ]}
      />
      <p className="small soft">
        SHA-256 over all sealed bids: <span className="mono break-all">{opening.bidsHash}</span>
      </p>
      {secret && (
        <p className="small soft">
          Secret of the round, which opens every bid again: <span className="mono break-all">{secret}</span>
        </p>
      )}
      {voids.length > 0 && (
        <>
          <h3>Void bids</h3>
          <ul>
            {voids.map(({ id, label, paddle, at, reason }) => (
              <li key={id}>
                {label}.org, paddle {paddle}, <When at={at} zone={zone} />: {voidWords[reason]}
              </li>
            ))}
          </ul>
        </>
      )}
      {round.state === 'final' && (
        <p>
          <a href={`/admin/sealing/${round.id}/transcript`} download>
            Download the transcript
          </a>
          , {secret ? 'with the secret and every sealed bid' : 'without what only the auditor has'}.{' '}
          <Link href="/verify">Check it on this device</Link>.
        </p>
      )}
      {round.state === 'bidding' && !opening.unlockedAt && (
        <p className="small soft">
          Custodians got a letter. Each releases its share at its own page, with its own key.
        </p>
      )}
    </>
  )
}

function BeforeOpening({
  found: { round, boxes },
  acts,
  zone,
}: {
  found: Found
  acts: boolean
  zone: string
}) {
  const over = round.state === 'bidding' && round.biddingClosesAt <= processNow()
  if (!over)
    return (
      <p>
        Nothing is opened before bidding is over on every name,{' '}
        <When at={round.biddingClosesAt} zone={zone} />. Until then nobody can read a bid, PIR no more than
        anybody else.
      </p>
    )
  if (boxes.all === 0) return <p>No sealed bid was handed in, so there is nothing to open.</p>
  if (!acts) return <p>Bidding is over. Two officers begin the opening.</p>
  return (
    <Form action={askToBegin}>
      <input type="hidden" name="roundId" value={round.id} />
      <p>
        Bidding is over and {boxes.all} sealed bids wait. Once begun, no close moves any more, and custodians
        are asked for their shares.
      </p>
      <div className="actions ruled">
        <SubmitButton icon="users">Ask a second officer to begin the opening</SubmitButton>
      </div>
    </Form>
  )
}
