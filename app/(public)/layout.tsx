import { Frame } from '@/app/frame'

/** Feed readers find the feeds from any public page: React puts links into the head. */
export default function PublicLayout({ children }: { children: React.ReactNode }) {
  return (
    <Frame>
      <link
        rel="alternate"
        type="application/atom+xml"
        title="Announcements"
        href="/feeds/announcements.atom"
      />
      <link rel="alternate" type="application/atom+xml" title="Results" href="/feeds/results.atom" />
      {children}
    </Frame>
  )
}
