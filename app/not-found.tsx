import { Brand } from '@/components/site/brand'
import { NothingHere } from './nothing-here'

export const metadata = { title: 'Not found' }

/** Replaces the page with its layout, so it brings a masthead: the one that shows nothing of whoever asks. */
export default function NotFound() {
  return (
    <>
      <header className="mast">
        <div className="wrap">
          <Brand />
        </div>
      </header>
      <main id="main">
        <NothingHere />
      </main>
    </>
  )
}
