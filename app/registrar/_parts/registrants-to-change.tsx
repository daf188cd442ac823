import { StandInLink } from '@/app/dev/registry/stand-in-link'
import { EppCommand } from '@/components/allocations/epp-command'
import { LabelName } from '@/components/labels/label-name'
import { When } from '@/components/time/when'
import { LastLook } from '@/components/transfers/at-registry'
import { SectionHead } from '@/components/ui/section-head'
import type { registrantsToChange } from '@/domain/transfers/at-registry'

type Rows = NonNullable<Awaited<ReturnType<typeof registrantsToChange>>>

/** Names that passed to another organisation, whose registrant the registrar changes at the registry (R12.3). */
export function RegistrantsToChange({ rows, zone }: { rows: Rows; zone: string }) {
  if (rows.length === 0) return null
  return (
    <section className="stack" aria-labelledby="registrants">
      <SectionHead title="Registrants to change" id="registrants" />
      <p className="soft">
        These names passed to another organisation. Make it the registrant: put the id of its contact in the
        place of NEW-REGISTRANT-ID. The registry reports the change to us, or its public data (RDAP) show it;
        then the name leaves this list.
      </p>
      {rows.map(({ transferId, label, from, to, decidedAt, command, lookup }) => (
        <details key={transferId} className="pane">
          <summary>
            <b>
              <LabelName label={label} />
            </b>
            : from {from} to {to}
          </summary>
          <div className="stack mt-4">
            {decidedAt && (
              <p className="small muted">
                Approved <When at={decidedAt} zone={zone} />
              </p>
            )}
            <LastLook lookup={lookup} zone={zone} />
            <EppCommand label={label} command={command} does="update" />
            <StandInLink />
          </div>
        </details>
      ))}
    </section>
  )
}
