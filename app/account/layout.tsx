import { Frame } from '@/app/frame'
import { MarkCurrentLink } from '@/components/site/mark-current-link'
import { Button } from '@/components/ui/button'

const SECTIONS = [
  { href: '/account/profile', text: 'Profile' },
  { href: '/account/password', text: 'Password' },
  { href: '/account/second-factor', text: 'Second factor' },
  { href: '/account/sessions', text: 'Sessions' },
  { href: '/portal/organisations', text: 'Organisations' },
]

export default function AccountLayout({ children }: { children: React.ReactNode }) {
  return (
    <Frame account>
      <div className="wrap page stack [--gap:2rem]">
        <div className="row between">
          <h1>Your account</h1>
          <form action="/sign-out" method="post">
            <Button type="submit">Sign out</Button>
          </form>
        </div>
        <nav className="tabs" aria-label="Account">
          {SECTIONS.map(({ href, text }) => (
            <MarkCurrentLink key={href} href={href} prefetch={false}>
              {text}
            </MarkCurrentLink>
          ))}
        </nav>
        {children}
      </div>
    </Frame>
  )
}
