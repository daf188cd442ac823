import { When } from '@/components/time/when'
import { Mark } from '@/components/ui/status'
import { roundName } from '@/domain/rounds/round-name'
import type { ownCustody } from '@/domain/sealing/queries'
import { UseShare } from './use-share'

type Share = NonNullable<Awaited<ReturnType<typeof ownCustody>>>['shares'][number]

/** One share: whether it is proven and released, and the step that is due. */
export function HeldShare({ share, zone }: { share: Share; zone: string }) {
  const { round, phase, keyId, version, position, sha256, wrapped, challenge, provenAt, releasedAt } = share
  const act = share.asked && !releasedAt ? 'release' : share.over ? null : 'prove'
  const again = act === 'prove' && provenAt !== null
  const use = act && (
    <UseShare
      act={act}
      roundId={round.id}
      keyId={keyId}
      challenge={challenge}
      wrapped={wrapped}
      sha256={sha256}
    />
  )
  return (
    <article className="stack border-hairline border-b pb-6">
      <h3>
        Phase {phase}, {roundName(round)}
      </h3>
      <p className="small soft">
        Share {position} of key {version}. SHA-256 <span className="mono break-all">{sha256}</span>
      </p>
      <p>
        {releasedAt ? (
          <Mark tone="good" icon="circle-check">
            Released <When at={releasedAt} zone={zone} />
          </Mark>
        ) : provenAt ? (
          <Mark tone="good" icon="circle-check">
            Proven <When at={provenAt} zone={zone} />
          </Mark>
        ) : (
          <Mark tone="warn" icon="circle">
            Not proven yet
          </Mark>
        )}
      </p>
      {again && (
        <details>
          <summary>Prove it once more</summary>
          <p className="small soft my-3">
            Whenever you like, and the day before bidding opens: it shows that you still have your key.
          </p>
          {use}
        </details>
      )}
      {!again && use}
    </article>
  )
}
