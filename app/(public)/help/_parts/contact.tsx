import { bidDesk } from '@/app/bid-desk'
import { env } from '@/env'

/** Whom to write to, and whom to call where a number is set. The same on every help page. */
export function Contact({ about }: { about?: string }) {
  const subject = about ? `?subject=${encodeURIComponent(about)}` : ''
  const desk = bidDesk()
  return (
    <ul className="stack [--gap:.4rem]">
      <li>
        By mail: <a href={`mailto:${env.PROGRAMME_EMAIL}${subject}`}>{env.PROGRAMME_EMAIL}</a>
      </li>
      {desk && (
        <li>
          Bid desk, by telephone: <a href={desk.href}>{desk.number}</a>
        </li>
      )}
    </ul>
  )
}
