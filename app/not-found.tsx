import { Frame } from './frame'
import { NothingHere } from './nothing-here'

export const metadata = { title: 'Not found' }

/** Replaces the page with its layout, so it brings the frame itself. */
export default function NotFound() {
  return (
    <Frame>
      <NothingHere />
    </Frame>
  )
}
