import type { Metadata } from 'next'
import Link from 'next/link'
import { bidDesk } from '@/app/bid-desk'
import { SectionHead } from '@/components/ui/section-head'
import { defaultSettings } from '@/domain/rounds/default-settings'
import { ExampleTable } from '../_parts/example-table'
import { Contact } from './_parts/contact'
import { Questions } from './_parts/questions'

export const metadata: Metadata = {
  title: 'Help',
  description: 'How to apply, how plans are reviewed, how the bidding works, and whom to ask.',
}

const more = [
  { href: '/help/mail', text: 'Is this mail from us?' },
  { href: '/help/confusing-use', text: 'Report confusing use of a name' },
  { href: '/help/accessibility', text: 'Accessibility' },
  { href: '/help/privacy', text: 'Privacy and cookies' },
  { href: '/rules', text: 'The rules, paragraph by paragraph' },
  { href: '/data', text: 'Data and API' },
]

export default function Help() {
  const settings = defaultSettings()
  const desk = bidDesk()
  return (
    <div className="wrap page">
      <h1>Help</h1>
      <div className="aside sec pt-8!">
        <div className="stack [--gap:var(--s-7)]">
          <Questions />
          <section aria-labelledby="example">
            <SectionHead title="How the price comes about" id="example" minor />
            <p className="pt-3">
              In an open ascending auction you state the most you would pay. The portal bids for you, one step
              at a time, only as far as needed. Each round shows its own table of increments; here are the
              usual ones.
            </p>
            <ExampleTable settings={settings} reserveMinor={BigInt(settings.defaultReserveMinor)} />
          </section>
          <section aria-labelledby="connection">
            <SectionHead title="If your connection fails while you bid" id="connection" minor />
            <div className="prose pt-3">
              <p>
                A bid counts once the portal has said “Accepted”; its receipt names the entry. If no answer
                comes, the room asks whether your bid arrived, and you need not send it again: the same bid
                never counts twice.
              </p>
              <p>
                Your maximum keeps bidding for you while you are away, so state it early rather than in the
                last minute. If the portal itself was out of reach near the close, the close moves (R7.9).
              </p>
              {desk && (
                <p>
                  If you cannot get back in, call the bid desk at <a href={desk.href}>{desk.number}</a>: an
                  officer calls you back, and two officers place the bid you state. Sealed bids are not taken
                  by telephone.
                </p>
              )}
            </div>
          </section>
        </div>
        <aside className="stack [--gap:var(--s-7)]">
          <section id="contact" aria-labelledby="ask">
            <SectionHead title="Ask the programme" id="ask" minor />
            <div className="small pt-3">
              <Contact />
              <p className="soft mt-3">
                Questions about a round are best asked in it: the answers are published to everyone, without
                your name.
              </p>
            </div>
          </section>
          <nav aria-labelledby="more">
            <SectionHead title="More help" id="more" minor />
            <ul className="small pt-1">
              {more.map(({ href, text }) => (
                <li key={href} className="border-hairline border-b py-2">
                  <Link href={href} prefetch={false}>
                    {text}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
        </aside>
      </div>
    </div>
  )
}
