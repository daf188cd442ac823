import type { Metadata } from 'next'
import Link from 'next/link'
import { Button } from '@/components/ui/button'
import { publicCaseCounts } from '@/domain/cases/public-queries'
import { CASE_BUSINESS_DAYS } from '@/domain/cases/rules'
import { HelpPage } from '../_parts/help-page'
import { CaseCounts } from './_parts/case-counts'

export const metadata: Metadata = {
  title: 'Report confusing use',
  description:
    'For governments and country-code managers: how to report a short .ORG name that is taken for a country’s.',
}

/** Who can report confusing use, how, and what came of reports so far (R13.1). */
export default async function ConfusingUse() {
  const counts = await publicCaseCounts()
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
      <p>
        <Button href="/help/confusing-use/report" variant="primary">
          Report a name
        </Button>
      </p>
      <h2>What you need</h2>
      <ul>
        <li>The name, such as the two letters and .org, and the address of the page you mean.</li>
        <li>What on the page is taken for yours, since when, and by whom.</li>
        <li>What you have already said to the registrant, if anything.</li>
      </ul>
      <h2>What happens then</h2>
      <ol>
        <li>You confirm your address by a link that we mail. Until then nobody hears of the report.</li>
        <li>
          You get a case number and the day by which we decide, at most {CASE_BUSINESS_DAYS} business days
          later, and a link on which you see how the case stands and can write to us.
        </li>
        <li>
          The registrant is heard. It reads what you report and for whom you write, not your name or address.
        </li>
        <li>Two officers decide. The finding, its reason and what follows go to both sides.</li>
      </ol>
      <h2>Reports so far</h2>
      <CaseCounts counts={counts} />
    </HelpPage>
  )
}
