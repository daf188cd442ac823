import Link from 'next/link'
import { When } from '@/components/time/when'
import { DefinitionList } from '@/components/ui/definition-list'
import { SectionHead } from '@/components/ui/section-head'
import { describeSettings } from '@/domain/rounds/describe-settings'
import type { RoundInFull } from '@/domain/rounds/public-queries'

/** All settings in plain words, and the hash that froze them before applications opened (R3.5). */
export function SettingsInFull({ round, zone }: { round: RoundInFull; zone: string }) {
  const { hardEnd } = round.settings.softClose
  return (
    <section aria-labelledby="settings">
      <SectionHead title="Settings" id="settings" minor />
      <DefinitionList
        items={[
          ...describeSettings(round.settings, round.format).map(({ setting, value, rule }) => ({
            key: setting,
            term: setting,
            value: (
              <>
                {value}{' '}
                <Link href={`/rules#${rule}`} className="xs muted" prefetch={false}>
                  {rule}
                </Link>
              </>
            ),
          })),
          ...(hardEnd === null ? [] : [{ term: 'Hard end', value: <When at={hardEnd} zone={zone} /> }]),
          { term: 'Rules', value: <Link href="/rules">Version {round.rulesVersion}</Link> },
        ]}
      />
      <p className="small soft mt-3">
        Frozen by two officers on <When at={round.approvedAt} zone={zone} />. SHA-256 of the configuration:
      </p>
      <p className="mono xs muted brk mt-1">{round.configHash}</p>
      <Draw round={round} />
    </section>
  )
}

/** The commitment behind a draw, published before bidding, and the secret once bidding has closed (R7.5). */
function Draw({ round }: { round: RoundInFull }) {
  if (!round.secretHash) return null
  return (
    <>
      <p className="small soft mt-3">SHA-256 of the secret that would decide a draw:</p>
      <p className="mono xs muted brk mt-1">{round.secretHash}</p>
      {round.publishedSecret && (
        <>
          <p className="small soft mt-3">The secret, published when bidding closed:</p>
          <p className="mono xs muted brk mt-1">{round.publishedSecret}</p>
        </>
      )}
      {round.scoresHash && (
        <>
          <p className="small soft mt-3">SHA-256 of the plan scores, frozen before bidding:</p>
          <p className="mono xs muted brk mt-1">{round.scoresHash}</p>
        </>
      )}
    </>
  )
}
