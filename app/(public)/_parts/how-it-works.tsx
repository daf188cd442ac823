import { SectionHead } from '@/components/ui/section-head'
import { currentRules } from '@/domain/rules/current'

/** The four stages, from an applicant's side. */
export function HowItWorks() {
  return (
    <section className="sec" aria-labelledby="how">
      <SectionHead
        title="How it works"
        id="how"
        link={{ href: '/rules', text: `Read the rules, version ${currentRules.version}` }}
      />
      <ol className="steps">
        <li>
          <h3>Apply</h3>
          <p>
            Tell us what you will build with the name, for whom, with what budget and by when. An accredited
            registrar sponsors you.
          </p>
        </li>
        <li>
          <h3>Review</h3>
          <p>
            Reviewers score quality, creativity and timely launch against written anchors. You get every score
            with its reason.
          </p>
        </li>
        <li>
          <h3>Bid</h3>
          <p>Qualified applicants bid. If you are the only one, the name is yours at the reserve price.</p>
        </li>
        <li>
          <h3>Build</h3>
          <p>
            Pay, register through your registrar, and keep the dates in your plan. Your promises are public
            and checked.
          </p>
        </li>
      </ol>
    </section>
  )
}
