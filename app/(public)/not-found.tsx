import { NothingHere } from '@/app/nothing-here'

/** Stands inside the frame of the public pages; the one for all others would bring a second masthead. */
export default function NotFound() {
  return <NothingHere />
}
