import type { Metadata } from 'next'
import Link from 'next/link'
import { HelpPage } from '../_parts/help-page'

export const metadata: Metadata = {
  title: 'Report confusing use',
  description:
    'For governments and country-code managers: how to report a short .ORG name that is taken for a country’s.',
}

export default function ConfusingUse() {
  return (
    <HelpPage title="Report confusing use" about="Report of confusing use">
      <p>
        Two letters can be a country’s code. Whoever registers such a name promises to take steps against
        falsely implying affiliation with a government or a country-code manager where there is none (
        <Link href="/rules#R5.4">R5.4</Link>), and the programme looks into every report (
        <Link href="/rules#R13.1">R13.1</Link>).
      </p>
      <h2>Who can report</h2>
      <p>A government, or the manager of a country-code domain, for its own code.</p>
      <h2>What to write</h2>
      <ul>
        <li>The name, such as the two letters and .org, and the address of the page you mean.</li>
        <li>Who you are, and for which government or country-code domain you write.</li>
        <li>What on the page is taken for yours, since when, and by whom. A picture of the page helps.</li>
        <li>What you have already said to the registrant, if anything.</li>
      </ul>
      <h2>What happens then</h2>
      <p>
        You get an answer with a case number and the day by which we decide. The registrant is heard. The
        finding and what follows from it go to both sides.
      </p>
    </HelpPage>
  )
}
