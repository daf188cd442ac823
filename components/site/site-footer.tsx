import Link from 'next/link'
import { Icon } from '@/components/ui/icon'
import { helpLinks, programmeLinks, type SiteLink } from './site-links'
import { ThemeSwitch } from './theme-switch'
import { ZoneSwitch } from './zone-switch'

/** The newest signed checkpoint of the log: how many entries it covers and when it was signed. */
export type FooterCheckpoint = { size: bigint | number; signedAt: Date }

/**
 * The footer of public pages. `zone` is the viewer's, `theme` what they chose, `path` where the switches lead back to
 * (the header `x-path`), `now` the server's instant.
 */
export function SiteFooter({
  zone,
  theme,
  path = '/',
  now,
  checkpoint,
}: {
  zone: string
  theme?: 'light' | 'dark'
  path?: string
  now: Date
  checkpoint?: FooterCheckpoint
}) {
  return (
    <footer className="foot">
      <div className="wrap">
        <div className="cols">
          <div>
            <h2>A service of Public Interest Registry</h2>
            <p>
              The non-profit that runs .ORG. This programme follows Amendment No. 4 to the .ORG Registry
              Agreement. More than half of its proceeds go to the work of the Internet Society.
            </p>
          </div>
          <LinkColumn title="Programme" links={programmeLinks} />
          <LinkColumn title="Help" links={helpLinks} />
          <div className="stack [--gap:.6rem]">
            <h2>Times</h2>
            <ZoneSwitch zone={zone} path={path} now={now} />
            {checkpoint && (
              <p className="row flex-nowrap items-start [--gap:.45rem]">
                <Icon name="shield-check" size="s" className="mt-1" />
                <span>
                  Checkpoint <span className="mono">{checkpoint.size.toLocaleString('en')}</span> signed{' '}
                  <SignedAt at={checkpoint.signedAt} />
                </span>
              </p>
            )}
            <ThemeSwitch theme={theme} path={path} />
          </div>
        </div>
      </div>
    </footer>
  )
}

function LinkColumn({ title, links }: { title: string; links: SiteLink[] }) {
  return (
    <nav aria-label={title}>
      <h2>{title}</h2>
      <ul>
        {links.map(({ href, text }) => (
          <li key={href}>
            <Link href={href} prefetch={false}>
              {text}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function SignedAt({ at }: { at: Date }) {
  const iso = at.toISOString()
  return <time dateTime={iso}>{iso.slice(11, 19)} UTC</time>
}
