import { SectionHead } from '@/components/ui/section-head'

/** What the check rests on, how to run it away from this site, and what no check of a file can show. */
export function WhatIsChecked({ logKey }: { logKey: string }) {
  return (
    <>
      <div className="two mt-12">
        <section aria-labelledby="what">
          <SectionHead title="What is checked" id="what" minor />
          <ol className="stack mt-4 soft [--gap:.7rem]">
            <li>
              <b>One history.</b> Every second, all that happened gets its place in one list, and we sign it.
              The file holds those signatures. If anything before one of them were changed, added or taken
              out, its signature would not fit.
            </li>
            <li>
              <b>The same rules for all.</b> Every bid is decided again by the program that decided it the
              first time. It runs here, in your browser. The first entry that the rules do not bear out is
              named.
            </li>
            <li>
              <b>Nothing chosen afterwards.</b> The settings were signed before bidding. So were the plan
              scores, where they count. Where equal bids are drawn, the secret behind the draw was fixed by
              its hash before bidding, and is in the file now.
            </li>
            <li>
              <b>Sealed bids.</b> With the secret that was published after the close, every sealed bid is
              opened again here. None was exchanged, changed or left out, and none opened before three
              custodians had released their shares after the close: their record, receipts and the order in
              which bids came are checked as well.
            </li>
            <li>
              <b>Your bids.</b> Drop your receipts: each must stand in the signed log, and once the round is
              final in the record as it was acknowledged.
            </li>
          </ol>
        </section>
        <section aria-labelledby="without">
          <SectionHead title="Without this page" id="without" minor />
          <p className="soft mt-4">
            A page can be changed by whoever serves it. The same check is one file that needs only Node,
            version 20 or later. Keep it, read it, give it to somebody you trust.
          </p>
          <p className="mt-3">
            <a href="/verify/transcript-verifier.mjs" download>
              Download transcript-verifier.mjs
            </a>
          </p>
          <p className="brk mono small mt-3">
            node transcript-verifier.mjs transcript-1-2.json --key &quot;{logKey}&quot;
          </p>
          <p className="soft small mt-3">
            The key in quotation marks is ours. Note it once and compare it later: a transcript under another
            key is not from here.
          </p>
        </section>
      </div>
      <section className="mt-12" aria-labelledby="limits">
        <SectionHead title="What no file can show" id="limits" minor />
        <p className="soft mt-4">
          That a bid which was never acknowledged had been sent: keep your receipts. That we show everyone the
          same list: for that there are{' '}
          <a href="/verify/witness.mjs" download>
            witnesses
          </a>
          , who sign only what continues what they saw before, and receipts, which must fit. That bidders did
          not agree among themselves: no record tells.
        </p>
      </section>
    </>
  )
}
