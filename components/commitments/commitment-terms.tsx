import { When } from '@/components/time/when'
import { DefinitionList } from '@/components/ui/definition-list'
import type { ProofKind, RemedyRung } from '@/db/schema/build-out'
import { lastMinuteOf, proofKindWords, rungWords } from '@/domain/commitments/rules'

export type ShownTerms = {
  milestone: string
  proof: string
  proofKinds: readonly ProofKind[]
  dueAt: Date
  weightBp: number
  remedy: RemedyRung
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/** What was promised; with `planned`, what the plan said where it was otherwise. */
export function CommitmentTerms({
  terms,
  planned = terms,
  zone,
}: {
  terms: ShownTerms
  planned?: ShownTerms
  zone: string
}) {
  const step = <K extends keyof ShownTerms>(
    term: string,
    key: K,
    show: (value: ShownTerms[K]) => React.ReactNode,
  ) => ({
    key,
    term,
    value: same(terms[key], planned[key]) ? (
      show(terms[key])
    ) : (
      <>
        <del>{show(planned[key])}</del> <ins>{show(terms[key])}</ins>
      </>
    ),
  })
  return (
    <div className="changes">
      <DefinitionList
        items={[
          step('Promise', 'milestone', (text) => text),
          step('How it is checked', 'proof', (text) => text),
          step('Kinds of proof', 'proofKinds', (kinds) =>
            kinds.map((kind) => proofKindWords[kind]).join(', '),
          ),
          step('Due by', 'dueAt', (at) => <When at={lastMinuteOf(at)} zone={zone} />),
          step('Weight', 'weightBp', (points) => `${(points / 100).toFixed(2)} %`),
          step('Furthest step if not kept', 'remedy', (rung) => rungWords[rung]),
        ]}
      />
    </div>
  )
}
