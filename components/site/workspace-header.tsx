import { Brand } from './brand'
import { HeaderEnd } from './header-end'
import { MainNavigation } from './main-navigation'
import { mainLinks, type Viewer } from './site-links'

/** The 56-pixel masthead of places people work in: room, review, control. Such pages have no footer. */
export function WorkspaceHeader({ now, viewer }: { now: Date; viewer?: Viewer }) {
  return (
    <header className="work-head">
      <div className="wrap">
        <Brand />
        <MainNavigation links={mainLinks} {...(viewer && { places: viewer.places })} />
        <HeaderEnd now={now} links={mainLinks} {...(viewer && { viewer })} />
      </div>
    </header>
  )
}
