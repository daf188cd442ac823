import { When } from '@/components/time/when'
import type { AtRegistry } from '@/domain/transfers/read-at-registry'
import { registrantOutcomeWords } from '@/domain/transfers/rules'

/** How far the registry is with the change of registrant that follows from a transfer (R12.3). */
export function AtRegistryNote({ registry, zone }: { registry: AtRegistry; zone: string }) {
  const { reportedAt, seenAt } = registry
  if (reportedAt)
    return (
      <p className="small">
        The registry reported the new registrant <When at={reportedAt} zone={zone} />.
      </p>
    )
  if (seenAt)
    return (
      <p className="small">
        The registry’s public data name the new registrant: seen <When at={seenAt} zone={zone} />.
      </p>
    )
  return (
    <>
      <p className="small">At the registry: waits for the registrar to change the registrant.</p>
      <LastLook lookup={registry.lookup} zone={zone} />
    </>
  )
}

/** What the portal saw when it looked the name up, the last time. */
export function LastLook({ lookup, zone }: { lookup: AtRegistry['lookup']; zone: string }) {
  if (!lookup) return null
  const { at, outcome, detail } = lookup
  return (
    <p className="small muted">
      Looked up <When at={at} zone={zone} />: {registrantOutcomeWords[outcome]}
      {detail && ` (${detail})`}.
    </p>
  )
}
