import { z } from 'zod'
import { classify } from '@/domain/labels/classify'
import { inventory } from '@/domain/labels/inventory'
import { parseLabel } from '@/domain/labels/rules'
import type { Area } from './area'

const ClassifyInput = z.strictObject({ labels: z.array(z.string()) })

/** What the country-code lists and the rules say about labels (R1, R2). */
export default {
  area: 'labels',
  verbs: {
    classify: {
      summary: 'Class, ISO 3166-1 category, ccTLD flag and release routes of each label',
      input: ClassifyInput,
      run: ({ labels }: z.infer<typeof ClassifyInput>) => ({ labels: labels.map(classifyOne) }),
    },
    inventory: {
      summary: 'How many labels there are, by class and category',
      input: null,
      run: inventory,
    },
  },
} satisfies Area

/**
 * A label that is none does not spoil the others: it comes back with the code of its refusal. Stricter than a search
 * box: only the case is folded (R1.1), so `q7.org` and ` q7 ` are no labels here.
 */
function classifyOne(input: string) {
  const parsed = parseLabel(input)
  if (!parsed.ok) return { input, refused: parsed.code }
  if (parsed.label !== input.toLowerCase()) return { input, refused: 'label.not-a-label' }
  return { input, ...classify(parsed.label) }
}
