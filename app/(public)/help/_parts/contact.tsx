import { env } from '@/env'

/** Whom to write to, and whom to call where a number is set. The same on every help page. */
export function Contact({ about }: { about?: string }) {
  const subject = about ? `?subject=${encodeURIComponent(about)}` : ''
  return (
    <ul className="stack [--gap:.4rem]">
      <li>
        By mail: <a href={`mailto:${env.PROGRAMME_EMAIL}${subject}`}>{env.PROGRAMME_EMAIL}</a>
      </li>
      {env.PROGRAMME_PHONE && (
        <li>
          By telephone:{' '}
          <a href={`tel:${env.PROGRAMME_PHONE.replace(/[^+\d]/g, '')}`}>{env.PROGRAMME_PHONE}</a>
        </li>
      )}
    </ul>
  )
}
