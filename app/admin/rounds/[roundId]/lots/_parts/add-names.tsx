import { EmptyState } from '@/components/ui/empty-state'
import { Form } from '@/components/ui/form'
import { MoneyInput } from '@/components/ui/money-input'
import { SectionHead } from '@/components/ui/section-head'
import { SubmitButton } from '@/components/ui/submit-button'
import { classWords } from '@/domain/labels/release-words'
import type { LabelClass } from '@/domain/labels/rules'
import { newId } from '@/lib/ids'
import { putIn } from '../../../actions'

/** A class of more names than these stays closed until it is asked for. */
const MOST_OPEN = 24

/** Released names that no live round has, by class; several at once, at one reserve. */
export function AddNames({
  roundId,
  free,
  defaultReserveMinor,
}: {
  roundId: string
  free: { label: string; class: LabelClass }[]
  defaultReserveMinor: bigint
}) {
  return (
    <section aria-labelledby="add">
      <SectionHead title="Add names" id="add">
        {free.length} released and free
      </SectionHead>
      {free.length === 0 ? (
        <EmptyState title="No released name is free">
          <a href="/admin/labels?state=reserved">Release names first</a>
        </EmptyState>
      ) : (
        <Form action={putIn} idempotencyKey={newId('key')}>
          <input type="hidden" name="roundId" value={roundId} />
          <fieldset className="field" id="labels">
            <legend>Names</legend>
            <div className="space-y-3 max-w-none">
              {[...Map.groupBy(free, (name) => name.class)].map(([of, names]) => (
                <details key={of} open={names.length <= MOST_OPEN}>
                  <summary>
                    {classWords[of]} <span className="muted num">{names.length}</span>
                  </summary>
                  <Boxes labels={names.map(({ label }) => label)} />
                </details>
              ))}
            </div>
          </fieldset>
          <MoneyInput name="reserveMinor" label="Reserve of each" defaultMinor={defaultReserveMinor} />
          <div className="actions">
            <SubmitButton variant="default" icon="plus" busy="Adding">
              Add to the round
            </SubmitButton>
          </div>
        </Form>
      )}
    </section>
  )
}

function Boxes({ labels }: { labels: string[] }) {
  return (
    <div className="grid gap-1 grid-cols-[repeat(auto-fill,minmax(6.5rem,1fr))] mt-2">
      {labels.map((label) => (
        <label key={label} className="opt">
          <input type="checkbox" name="labels" value={label} />
          <span className="mono">{label}.org</span>
        </label>
      ))}
    </div>
  )
}
