export type SiteLink = { href: string; text: string }

/** Whoever is signed in: their name, the parts of the portal they work in, and how many letters they have not read. */
export type Viewer = { name: string; places: SiteLink[]; unread: number }

/** The main navigation of the public side. */
export const mainLinks: SiteLink[] = [
  { href: '/labels', text: 'Catalogue' },
  { href: '/rounds', text: 'Rounds' },
  { href: '/results', text: 'Results' },
  { href: '/rules', text: 'Rules' },
  { href: '/help', text: 'Help' },
]

export const programmeLinks: SiteLink[] = [
  { href: '/rules', text: 'Rules' },
  { href: '/rounds', text: 'Phases and dates' },
  { href: '/proceeds', text: 'Proceeds' },
  { href: '/verify', text: 'Check a result yourself' },
  { href: '/qpi', text: 'Quality of registrars' },
  { href: '/data', text: 'Data and API' },
  { href: '/feeds', text: 'Feeds and calendars' },
]

export const helpLinks: SiteLink[] = [
  { href: '/help', text: 'Contact the programme' },
  { href: '/help/confusing-use', text: 'Report confusing use' },
  { href: '/help/mail', text: 'Is this mail from us?' },
  { href: '/help/accessibility', text: 'Accessibility' },
  { href: '/help/privacy', text: 'Privacy' },
]
