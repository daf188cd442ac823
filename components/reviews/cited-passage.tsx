'use client'

import { sectionAnchor } from '@/components/plans/section-anchor'
import type { Citation } from '@/db/schema/reviews'
import { showCitation } from './find-citation'

/** A passage as it is quoted below a reason, and the way to it in the plan. */
export function CitedPassage({ citation, heading }: { citation: Citation; heading: string }) {
  return (
    <>
      <q>{citation.quote}</q>{' '}
      <a
        href={`#${sectionAnchor(citation.section)}`}
        onClick={(event) => showCitation(citation) && event.preventDefault()}
      >
        {heading}
      </a>
    </>
  )
}
