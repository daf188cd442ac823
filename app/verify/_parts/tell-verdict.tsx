import { LabelName } from '@/components/labels/label-name'
import { Sort } from '@/components/labels/sort'
import { Money } from '@/components/money/money'
import { Checks } from '@/components/ui/checks'
import { SectionHead } from '@/components/ui/section-head'
import type { LotVerdict, Verdict, Wrong } from '@/transcript/verdict'
import { TellSealed } from './tell-sealed'

/** The verdict in one line, what is wrong if anything, each auction with its reason, and what was looked at. */
export function TellVerdict({ verdict }: { verdict: Verdict }) {
  const { ok, round, log, checks, lots, sealed, notChecked, firstWrong, wrong } = verdict
  return (
    <section className="verdict-of" data-tone={ok ? 'good' : 'bad'} aria-labelledby="verdict">
      <h2 id="verdict">{ok ? 'It holds.' : 'It does not hold.'}</h2>
      <p className="lede soft">
        {ok
          ? `${round.name}: every auction was decided again on your device and came to the published result.`
          : `${round.name}: what this file says is not what was signed, or not what the rules lead to.`}
      </p>
      {firstWrong && <FirstWrong wrong={firstWrong} more={wrong.length - 1} />}
      <ul className="replayed">
        {lots.map((lot) => (
          <Replayed key={lot.id} lot={lot} isTrusted={ok} />
        ))}
      </ul>
      {sealed && <TellSealed sealed={sealed} />}
      <div className="two mt-8">
        <Checks
          items={checks.map(({ what, found, passed }) => ({
            what,
            found,
            verdict:
              passed === null ? ('absent' as const) : passed ? ('passed' as const) : ('failed' as const),
          }))}
        />
        {log && (
          <div>
            <SectionHead title="The log" minor />
            <dl className="dl">
              <dt>Kept by</dt>
              <dd>{log.origin}</dd>
              <dt>Entries</dt>
              <dd className="tnum">{log.size}</dd>
              <dt>Key</dt>
              <dd className="mono">{log.key}</dd>
              <dt>Root</dt>
              <dd className="mono brk xs">{log.rootHex}</dd>
              <dt>Witnesses</dt>
              <dd>{log.cosignedBy.length > 0 ? log.cosignedBy.join(', ') : 'None under this checkpoint'}</dd>
            </dl>
            <NotChecked sentences={notChecked} />
          </div>
        )}
      </div>
    </section>
  )
}

function NotChecked({ sentences }: { sentences: readonly string[] }) {
  if (sentences.length === 0) return null
  return (
    <div className="mt-6">
      <SectionHead title="What this file cannot show" minor />
      <ul className="stack soft small mt-3 [--gap:.4rem]">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  )
}

function FirstWrong({ wrong, more }: { wrong: Wrong; more: number }) {
  const { entry, upTo, problem, expected } = wrong
  const where = entry === null ? null : upTo === undefined ? `Entry ${entry}` : `Entries ${entry} to ${upTo}`
  return (
    <div className="notice mt-5" data-tone="bad">
      <b>{where ? `The first wrong entry: ${where}` : 'What is wrong first'}</b>
      <div>
        <p>{problem}</p>
        {expected !== undefined && (
          <p className="mono xs brk mt-2">The rules lead to: {JSON.stringify(expected)}</p>
        )}
        {more > 0 && <p className="small muted mt-2">{more} more after it.</p>}
      </div>
    </div>
  )
}

function Replayed({ lot, isTrusted }: { lot: LotVerdict; isTrusted: boolean }) {
  const { label, status, winner, winnerName, priceMinor, why, events, bids } = lot
  const isSold = status === 'sold' || status === 'allotted'
  return (
    <li>
      <Sort label={label} status={isSold ? 'awarded' : 'released'} size={76} decorative />
      <div>
        <h3>
          <LabelName label={label} />{' '}
          {winner ? `goes to ${winnerName ?? `paddle ${winner}`}` : 'was not sold'}
        </h3>
        <p className="soft">{why}</p>
        <p className="muted small">
          {events} events, {bids} {bids === 1 ? 'bid' : 'bids'}, decided again here
          {!isTrusted && '. Do not rely on it: the file does not hold'}
        </p>
      </div>
      {priceMinor !== null && (
        <p className="price">
          <Money minor={BigInt(priceMinor)} />
        </p>
      )}
    </li>
  )
}
