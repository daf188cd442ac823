import Link from 'next/link'
import { FindName } from '../_parts/find-name'

/** An address that names none of the 1,332: says what would. */
export default function NoSuchName() {
  return (
    <div className="wrap page">
      <div className="stack max-w-160">
        <h1>There is no such name here</h1>
        <p className="soft">
          The programme is about names of one or two characters, each a letter a–z or a digit: <b>q</b>,{' '}
          <b>q7</b> or <b>7q</b>. Longer names under .org are registered through any registrar, as always.
        </p>
        <FindName />
        <p>
          <Link href="/labels" prefetch={false}>
            Browse all 1,332 names
          </Link>
        </p>
      </div>
    </div>
  )
}
