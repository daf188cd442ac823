import { When } from '@/components/time/when'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { AwardInFull } from '@/domain/awards/read-award'

type Own = AwardInFull & { mayAnswer: boolean }

/** The one thing that is due now, or what came of it. */
export function WhatToDo({ award, zone }: { award: Own; zone: string }) {
  const { state } = award
  if (state === 'offered') return <Answer award={award} zone={zone} />
  if (state === 'accepted')
    return (
      <Notice tone="warn" title="Pay in full before the deadline">
        The whole price, less your deposit, has to arrive before <When at={award.payBy} zone={zone} />. If it
        does not, the award ends: up to 10 % of the price is kept from your deposit, and the name goes to the
        next in order.
      </Notice>
    )
  if (state === 'paid')
    return (
      <Notice tone="good" title="Your registrar is next">
        {award.registrar.name} can now create the name for you. There is nothing to do for you here.
      </Notice>
    )
  if (state === 'allocated')
    return (
      <Notice tone="good" title="The name is registered">
        It is registered through {award.registrar.name}. What your plan promised is due from now on.
      </Notice>
    )
  return (
    <Notice tone={state === 'declined' ? 'info' : 'bad'} title="This award has ended">
      {award.endReason?.replace(/\.$/, '')}.{' '}
      {state === 'defaulted' && 'From the deposit the smaller of 10 % of the price and the deposit is kept.'}
      {state === 'declined' && 'It costs you nothing.'}
    </Notice>
  )
}

function Answer({ award, zone }: { award: Own; zone: string }) {
  const { id, rank, acceptBy, mayAnswer, organisation } = award
  return (
    <div className="stack">
      <Notice tone="warn" title={rank === 0 ? 'Accept it before the deadline' : 'Will you take it?'}>
        {rank === 0 ? (
          <>
            Without an answer before <When at={acceptBy} zone={zone} /> the award ends: up to 10 % of the
            price is kept from your deposit, and the name goes to the next in order.
          </>
        ) : (
          <>
            The award before you has ended, so the name is offered to you. Answer before{' '}
            <When at={acceptBy} zone={zone} />. Saying no, or nothing, costs you nothing.
          </>
        )}
      </Notice>
      {mayAnswer ? (
        <div className="actions">
          <Button href={`/portal/awards/${id}/accept`} variant="primary">
            Accept the award
          </Button>
          <Button href={`/portal/awards/${id}/decline`} variant="quiet">
            Decline
          </Button>
        </div>
      ) : (
        <p>An owner of {organisation} answers. You can read along here.</p>
      )}
    </div>
  )
}
