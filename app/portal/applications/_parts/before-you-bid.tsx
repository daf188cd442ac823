import Link from 'next/link'

/** What a plan does not need and bids do: a bidder, the second factor (R16.4), and practice (R3.6). */
export function BeforeYouBid({
  organisation,
  roundId,
}: {
  organisation: { id: string; legalName: string }
  roundId: string
}) {
  return (
    <>
      <h2>Before you can bid</h2>
      <p className="mb-3">
        Do this now rather than on the day: your plan counts without it, your bids do not.
      </p>
      <ul className="list-disc space-y-1 ps-5">
        <li>
          Make at least one of your people a bidder:{' '}
          <Link href={`/portal/organisations/${organisation.id}`}>people of {organisation.legalName}</Link>.
        </li>
        <li>
          Whoever bids sets up <Link href="/account/second-factor">an authenticator app</Link>, and so does
          whoever makes bidders.
        </li>
        <li>
          Bidders <Link href={`/portal/rounds/${roundId}/practice`}>practise</Link> in the round’s own format,
          with invented names, as often as they like.
        </li>
      </ul>
    </>
  )
}
