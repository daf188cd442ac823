import Link from 'next/link'
import { LabelName } from '@/components/labels/label-name'
import { Sort } from '@/components/labels/sort'

/** How to tell this site and its mail from an imitation, beside the form where it matters. */
export function IsItUs() {
  return (
    <div>
      <div className="art row mb-8 max-[1080px]:hidden [--gap:8px]" aria-hidden="true">
        <Sort label="0o" status="released" size={132} decorative />
        <Sort label="o0" status="reserved" size={132} decorative />
        <Sort label="1l" status="released" size={132} decorative />
        <Sort label="l1" status="reserved" size={132} decorative />
      </div>
      <h2 className="text-26">Is it really us?</h2>
      <ul className="stack soft mt-4 max-w-[34em] [--gap:.7rem]">
        <li>
          Look-alike names are different names. Here a zero is slashed and a one has a foot, so that you can
          tell <LabelName label="0o" suffix={false} /> from <LabelName label="o0" suffix={false} />.
        </li>
        <li>We never ask for your password or a code by mail or telephone.</li>
        <li>Mail from the programme quotes your reference number and never links straight to a payment.</li>
        <li>You can browse the catalogue, results and transcripts without signing in.</li>
      </ul>
      <p className="mt-5">
        <Link href="/help/mail" prefetch={false}>
          How to tell mail from us
        </Link>
      </p>
    </div>
  )
}
