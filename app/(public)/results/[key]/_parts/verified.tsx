import Link from 'next/link'
import { Button } from '@/components/ui/button'
import { Checks } from '@/components/ui/checks'
import { DefinitionList } from '@/components/ui/definition-list'
import { SectionHead } from '@/components/ui/section-head'
import type { ResultInFull } from '@/domain/results/public-queries'
import { formatHundredths } from '@/domain/reviews/rules'
import { formatWords } from '@/domain/rounds/format-words'
import { shortHash } from '../../../_parts/short-hash'

const path = (lotId: string, text: string) => ({
  href: `/api/v1/results/${lotId}/prices?format=csv`,
  text,
  kind: 'CSV',
})

/** Which bids are among the events. */
function recorded({ sealed, clock }: ResultInFull): string {
  if (sealed) return 'every sealed bid as it was opened'
  return clock ? 'every round with the bids in it' : 'every accepted bid with its maximum'
}

/** The check of the record, run for this very page, with what it ran on and how to repeat it. */
export function Verified({ result }: { result: ResultInFull }) {
  const { checks, round, label, lotId } = result
  const failed = checks.filter(({ passed }) => !passed).length
  const files = [
    {
      href: `/api/v1/results/${lotId}/transcript`,
      text: `Signed transcript of round ${round.number}`,
      kind: 'JSON',
    },
    { href: `/api/v1/results/${lotId}/events`, text: `Events of ${label}.org`, kind: 'JSON' },
    ...(result.sealed ? [] : [path(lotId, result.clock ? 'Rounds' : 'Price path')]),
    { href: `/api/v1/results/${lotId}/bids?format=csv`, text: 'Every bid', kind: 'CSV' },
    { href: `/api/v1/results/${lotId}`, text: 'This result', kind: 'JSON' },
    { href: `/api/v1/rounds/${round.slug}`, text: `Settings of round ${round.number}`, kind: 'JSON' },
  ]
  return (
    <section className="verified" id="verify" aria-labelledby="verified">
      <header>
        <div>
          <h2 id="verified">{failed === 0 ? 'Replayed and found equal' : 'The record does not agree'}</h2>
          <p className="soft mt-2">{checks.length} checks, run on the record when this page was opened.</p>
        </div>
      </header>
      <div className="two">
        <Checks
          items={checks.map(({ what, found, passed, hash }) => ({
            what,
            found,
            verdict: passed ? ('passed' as const) : ('failed' as const),
            ...(hash && { hash: shortHash(hash) }),
          }))}
        />
        <div>
          <SectionHead title="How this was decided" minor />
          <DefinitionList
            items={[
              {
                term: 'Format',
                value: (
                  <>
                    {formatWords[round.format]}{' '}
                    <Link href="/rules#R7.3" className="xs muted" prefetch={false}>
                      R7.3
                    </Link>
                  </>
                ),
              },
              { term: 'Bids', value: result.bids },
              ...(result.clock ? [{ term: 'Rounds', value: result.clock.length }] : []),
              ...(result.clock || result.sealed ? [] : [{ term: 'Extensions', value: result.extensions }]),
              ...(result.scoreHundredths === null
                ? []
                : [{ term: 'Winner’s plan', value: `${formatHundredths(result.scoreHundredths)} of 100` }]),
              {
                term: 'Settings',
                value: (
                  <Link href={`${round.path}#settings`} className="mono" prefetch={false}>
                    {shortHash(result.configHash)}
                  </Link>
                ),
              },
            ]}
          />
        </div>
      </div>
      <div className="two mt-12">
        <div>
          <h3 className="mb-3">Repeat it yourself</h3>
          <p className="soft">
            The events are the whole auction: the terms it was opened under, {recorded(result)}, every move of
            the close, and the end. Paddles stand for bidders. Deciding them again by the rules must give the
            same price; a changed event changes the hash.
          </p>
          <p className="mt-4">
            <Button href={`/verify?result=${label}`} variant="ink">
              Check it on your own device
            </Button>
          </p>
          <p className="xs muted brk mt-3">
            SHA-256 over the events, each as canonical JSON, joined by line feeds:
            <br />
            <span className="mono">{result.eventsHash}</span>
          </p>
        </div>
        <div>
          <h3 className="mb-2">Take it with you</h3>
          <ul className="small">
            {files.map(({ href, text, kind }) => (
              <li key={href} className="row between border-hairline border-b py-2">
                <a href={href}>{text}</a>
                <span className="muted">{kind}</span>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </section>
  )
}
