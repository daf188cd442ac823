import { formatMoney } from '@/lib/money'
import type { FrozenContent } from './check-section'
import { compareTexts, type Run } from './compare-texts'
import { type ReadAnswer, readPlan } from './read-plan'
import type { Section } from './sections'

export type Change = { section: string; question: string; runs: Run[] }

/** The answers that differ between two submitted versions, each with its words kept, added and removed (R5.3). */
export function compareVersions(
  before: Record<string, FrozenContent>,
  after: Record<string, FrozenContent>,
  wanted: readonly Section[],
): Change[] {
  const earlier = readPlan(before, wanted)
  return readPlan(after, wanted).flatMap((section, index) =>
    section.answers.flatMap((answer) => {
      const old = earlier[index]?.answers.find(({ id }) => id === answer.id)
      const [a, b] = [old ? plainText(old) : '', plainText(answer)]
      return a === b ? [] : [{ section: section.heading, question: answer.label, runs: compareTexts(a, b) }]
    }),
  )
}

/** An answer as text that can be compared: rows line by line, amounts in dollars. */
function plainText(answer: ReadAnswer): string {
  if (answer.kind === 'money') return dollars(answer.minor)
  if (answer.kind !== 'rows') return answer.text
  return answer.rows
    .map((row) =>
      answer.columns
        .map(({ id, kind }) => (kind === 'money' ? dollars(row[id] ?? '0') : (row[id] ?? '')))
        .join(' · '),
    )
    .join('\n')
}

function dollars(minor: string): string {
  return formatMoney(BigInt(minor))
}
