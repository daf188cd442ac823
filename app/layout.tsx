import type { Metadata, Viewport } from 'next'
import { besley, plexMono, publicSans, publicSansItalic } from './fonts'
import { viewerTheme } from './theme/viewer-theme'
import './globals.css'

export const metadata: Metadata = {
  title: { default: 'Short names in .ORG', template: '%s · Short names in .ORG' },
  description: 'One- and two-character .ORG names, allocated in the open by Public Interest Registry.',
  icons: { icon: '/favicon.svg' },
}

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#faf8f3' },
    { media: '(prefers-color-scheme: dark)', color: '#11151d' },
  ],
}

/** The page around every page. Headers and footers belong to the sections: public, portal, workspaces. */
export default async function RootLayout({ children }: { children: React.ReactNode }) {
  const fonts = [besley, publicSans, publicSansItalic, plexMono].map(({ variable }) => variable).join(' ')
  return (
    <html lang="en" data-theme={await viewerTheme()} className={fonts}>
      <body>
        <a className="skip" href="#main">
          Skip to content
        </a>
        {children}
      </body>
    </html>
  )
}
