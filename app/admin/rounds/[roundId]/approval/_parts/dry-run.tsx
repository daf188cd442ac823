import { When } from '@/components/time/when'
import { Form } from '@/components/ui/form'
import { SectionHead } from '@/components/ui/section-head'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import type { DryRun as Found } from '@/domain/rounds/find-dry-run'
import { runDry } from '../../../actions'
import type { FoundRound } from '../../_parts/read-round'
import { DryRunReport } from './dry-run-report'

/** The dry run for exactly the settings on these pages (R3.4), and the form that makes one while the round is a draft. */
export function DryRun({
  round,
  dryRun,
  mayRun,
}: Pick<FoundRound, 'round'> & { dryRun: Found | undefined; mayRun: boolean }) {
  if (!dryRun && !mayRun) return null
  return (
    <section className="stack" aria-labelledby="dry-run">
      <SectionHead title="Dry run" id="dry-run" minor>
        {dryRun && <When at={dryRun.at} zone={round.zone} />}
      </SectionHead>
      {mayRun && (
        <Form action={runDry}>
          <input type="hidden" name="roundId" value={round.id} />
          <div className="row items-end">
            <TextInput
              name="bidders"
              label="Made-up bidders"
              inputMode="numeric"
              defaultValue={String(dryRun?.bidders ?? 40)}
              short
            />
            <SubmitButton icon="play" variant={dryRun ? 'default' : 'primary'}>
              {dryRun ? 'Run it again' : 'Run it dry'}
            </SubmitButton>
          </div>
        </Form>
      )}
      {dryRun && (
        <>
          <DryRunReport report={dryRun.report} opensAt={round.biddingOpensAt} />
          <details className="plot-table">
            <summary>Repeat it on the command line</summary>
            <p className="small">
              Give this document to <span className="mono">npm run -s portal -- simulate round</span>.
            </p>
            <pre className="mono small brk whitespace-pre-wrap">{JSON.stringify(dryRun.input, null, 1)}</pre>
          </details>
        </>
      )}
    </section>
  )
}
