import Link from 'next/link'
import { CaseArt } from '@/components/labels/case-art'
import { Money } from '@/components/money/money'
import { Countdown } from '@/components/time/countdown'
import { Icon } from '@/components/ui/icon'
import { composeCase } from '@/domain/labels/compose-case'
import type { CatalogueEntry } from '@/domain/labels/public-queries'

/** What this is, the way to a name, and the names themselves as they stand now. */
export function Hero({ entries, now }: { entries: CatalogueEntry[]; now: Date }) {
  const tiles = composeCase(entries).map(({ label, status, span }) => ({
    label,
    status,
    span,
    href: `/labels/${label}`,
    ...(span === 3 && status === 'live' && { foot: <LiveFoot entry={entryOf(entries, label)} now={now} /> }),
  }))
  return (
    <section className="hero">
      <div>
        <h1>
          The shortest names
          <br /> in .ORG, allocated
          <br /> in the open
        </h1>
        <p className="lede">
          .ORG has {entries.length.toLocaleString('en')} possible names of one or two characters. Those still
          in reserve are released in phases, to organisations that show what they will build. Every plan is
          reviewed, every bid is recorded, and anyone can check the result.
        </p>
        <search aria-label="Look up a name">
          <form className="jump" action="/labels">
            <label className="sr-only" htmlFor="look-up">
              Look up a name
            </label>
            <input
              id="look-up"
              name="q"
              placeholder="Look up a name, such as q7"
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              maxLength={64}
            />
            <button className="btn" type="submit">
              Look up
            </button>
          </form>
        </search>
        <p className="small muted mt-3">
          <Link href="/labels" prefetch={false}>
            Browse all {entries.length.toLocaleString('en')} names
          </Link>{' '}
          or read <a href="#how">how it works</a>.
        </p>
      </div>
      <CaseArt tiles={tiles} />
    </section>
  )
}

function entryOf(entries: CatalogueEntry[], label: string): CatalogueEntry | undefined {
  return entries.find((entry) => entry.label === label)
}

function LiveFoot({ entry, now }: { entry: CatalogueEntry | undefined; now: Date }) {
  const price = entry?.priceMinor ?? entry?.reserveMinor
  return (
    <>
      <span className="row between [--gap:.5rem]">
        <span className="row [--gap:.35rem]">
          <Icon name="timer" />
          Bidding now
        </span>
        {entry?.next && <Countdown until={entry.next.at.toISOString()} now={now.toISOString()} />}
      </span>
      {price !== undefined && (
        <strong>
          <Money minor={price} />
        </strong>
      )}
    </>
  )
}
