import { isTest, type Source } from './read-sources'

const HARD_LIMIT = 400
const budgets: { what: string; of: RegExp; lines: number }[] = [
  { what: 'a page', of: /^app\/.*\/page\.tsx$/, lines: 120 },
  { what: 'an operation', of: /^domain\/[^/]+\/[a-z]+-[a-z-]+\.ts$/, lines: 80 },
  { what: 'a file', of: /./, lines: 200 },
]

/** Files that nobody can keep in mind. */
export function findTooLong(sources: Source[]): string[] {
  return sources
    .filter((source) => !isTest(source) && source.lines > HARD_LIMIT)
    .map(({ path, lines }) => `${path} has ${lines} lines; ${HARD_LIMIT} is the most.`)
}

/** Files over their soft budget: worth a look, not a failure. */
export function findOverBudget(sources: Source[]): string[] {
  return sources.flatMap((source) => {
    const budget = budgets.find(({ of }) => of.test(source.path))
    if (isTest(source) || !budget || source.lines <= budget.lines) return []
    return [`${source.path} has ${source.lines} lines; ${budget.what} should do with ${budget.lines}.`]
  })
}

/** Folders that say nothing about what is in them, and so collect everything. */
const nameless = /(^|\/)(utils?|helpers?|common|services?|hooks|shared|misc)\//

export function findNamelessFolders(sources: Source[]): string[] {
  return sources
    .filter(({ path }) => nameless.test(path))
    .map(({ path }) => `${path}: a folder is named for its noun.`)
}

/** How many paragraphs each section of the rulebook has: R1.1 to R1.4, and so on to R17.2. */
const paragraphs = [4, 3, 6, 3, 6, 8, 9, 4, 4, 3, 2, 3, 1, 3, 4, 4, 2]

/** Every paragraph of the rulebook stands in docs/rules.md, with its file and test or *not yet*. */
export function findUnmappedRules(text: string): string[] {
  const all = paragraphs.flatMap((count, section) =>
    Array.from({ length: count }, (_, index) => `R${section + 1}.${index + 1}`),
  )
  return all.filter((rule) => !new RegExp(`\\b${rule.replace('.', '\\.')}\\b`).test(text))
}
