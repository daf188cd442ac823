import { Brand } from '@/components/site/brand'
import { Button } from '@/components/ui/button'

export const metadata = { title: 'Not found' }

/** Unknown and foreign things look the same here, so that an address never tells what exists. */
export default function NotFound() {
  return (
    <>
      <header className="mast">
        <div className="wrap">
          <Brand />
        </div>
      </header>
      <main id="main" className="wrap page">
        <div className="trouble stack max-w-160">
          <h1>There is nothing here for you</h1>
          <p className="soft">
            The address may be mistyped, or the page belongs to someone else. If you followed a link from us,
            sign in and try again.
          </p>
          <p className="row">
            <Button href="/labels" variant="primary">
              Browse the catalogue
            </Button>
            <Button href="/sign-in">Sign in</Button>
          </p>
        </div>
      </main>
    </>
  )
}
