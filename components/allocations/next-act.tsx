import { Notice } from '@/components/ui/notice'
import type { Course } from '@/domain/allocations/read-course'
import { resultCodeWords } from '@/domain/allocations/rules'

/** What the registrar does next, in a sentence or two. */
export function NextAct({ course }: { course: Pick<Course, 'state' | 'token' | 'registrar' | 'reports'> }) {
  const { state, token, registrar, reports } = course
  if (state === 'allocated')
    return (
      <Notice tone="good" title="Allocated">
        The register names you as its registrar. There is nothing left to do.
      </Notice>
    )
  if (state !== 'paid')
    return (
      <Notice title="Nothing to do yet">
        The name waits for its holder to accept and to pay. You get a letter when you can create it.
      </Notice>
    )
  if (token?.state === 'redeemed')
    return (
      <Notice title="Created; being confirmed">
        The registry reported the creation. We look the name up in the register and tell you once it is
        confirmed.
      </Notice>
    )
  if (!registrar.canSponsor)
    return (
      <Notice tone="bad" title="You are not accredited at present">
        In IANA’s list you stand as {registrar.status.toLowerCase()}. No token is issued or shown until that
        changes, and the applicant may name another registrar.
      </Notice>
    )
  const failed = reports.findLast(({ outcome }) => outcome === 'failure-noted')
  if (failed && (token?.state === 'shown' || token?.state === 'issued'))
    return (
      <Notice
        tone="warn"
        title={`The registry did not create it${failed.resultCode ? `: EPP ${failed.resultCode}` : ''}`}
      >
        {resultCodeWords(failed.resultCode)} Your token is not used up by this.
      </Notice>
    )
  if (token?.state === 'issued')
    return <Notice title="Take over the token">Have your EPP client at hand: it is shown once.</Notice>
  if (token?.state === 'shown')
    return <Notice title="Send the command">With the token in its place. The registry tells us.</Notice>
  if (token)
    return (
      <Notice tone="warn" title="A new token is needed">
        {token.state === 'expired'
          ? 'The last one expired unused.'
          : `The last one was revoked: ${token.endReason}`}{' '}
        Ask for another below.
      </Notice>
    )
  return <Notice title="Your token is being issued">Look again in a moment.</Notice>
}
