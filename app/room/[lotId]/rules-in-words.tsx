import type { AuctionFormat } from '@/db/schema/rounds'
import { formatRules } from '@/domain/rounds/worked-example'

/** How the format decides, where a bidder can read it without leaving the room (R7.3). */
export function RulesInWords({ format }: { format: AuctionFormat }) {
  return (
    <section className="prose mt-8 first:mt-0">
      <h2>How it is decided</h2>
      <ul>
        {formatRules[format].map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  )
}
