import { Brand } from './brand'
import { HeaderEnd } from './header-end'
import { MainNavigation } from './main-navigation'
import { mainLinks, type Viewer } from './site-links'

/** The public masthead. `now` is the server's instant (the clock carries on from it); `viewer` is who is signed in. */
export function SiteHeader({ now, viewer }: { now: Date; viewer?: Viewer }) {
  return (
    <header className="mast">
      <div className="wrap">
        <Brand />
        <MainNavigation links={mainLinks} {...(viewer && { places: viewer.places })} />
        <HeaderEnd now={now} links={mainLinks} {...(viewer && { viewer })} />
      </div>
    </header>
  )
}
