import Link from 'next/link'
import { SiteMark } from './mark'

/** Who is speaking: the mark, the programme, the registry. Links home. */
export function Brand() {
  return (
    <Link className="brand" href="/" prefetch={false}>
      <SiteMark />
      <span>
        <b>Short names in .ORG</b>
        <small>Public Interest Registry</small>
      </span>
    </Link>
  )
}
