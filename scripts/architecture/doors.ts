import { isTest, resolveImport, type Source } from './read-sources'

/** The ways to make an operation: alone, or accepted in groups (the hot path). */
const makers = new Set(['operation', 'groupedOperation'])

const code = (sources: Source[]) => sources.filter((source) => !isTest(source))

/** The names of the operations a file makes. */
const operationsIn = (source: Source) =>
  source.calls.filter(({ callee, text }) => makers.has(callee) && text).map(({ text }) => text as string)

/** Audit entries are appended by the door alone, in the transaction of what they tell (R16). */
export function findForeignAudit(sources: Source[]): string[] {
  return (
    code(sources)
      .filter(({ path }) => !/^lib\/(operation[a-z-]*|door\/[a-z-]+)\.ts$/.test(path))
      // The bench's baseline runs the door's own statements without the door, to measure what the door costs.
      .filter(({ path }) => path !== 'scripts/bench/raw-bids.ts')
      .filter((source) =>
        source.imports.some((each) => !each.typeOnly && resolveImport(source, each.from) === 'lib/audit'),
      )
      .map(
        ({ path }) =>
          `${path} imports lib/audit: only the door (lib/operation, lib/door) does; return the entry from the operation instead.`,
      )
  )
}

/** A server action is an open endpoint: each is the result of formAction, which checks origin and actor. */
export function findBareActions(sources: Source[]): string[] {
  return sources
    .filter(({ directive }) => directive === 'use server')
    .flatMap(({ path, exports }) =>
      exports
        .filter(([, madeBy]) => madeBy !== 'formAction')
        .map(([name]) => `${path} exports ${name}, which is not the result of formAction(…).`),
    )
}

/** Every operation has a test on a real database beside it. */
export function findUntestedOperations(sources: Source[]): string[] {
  const present = new Set(sources.map(({ path }) => path))
  return code(sources)
    .filter((source) => /^domain\/[^/]+\/[^/]+\.ts$/.test(source.path) && operationsIn(source).length > 0)
    .map(({ path }) => path.replace(/\.ts$/, '.db.test.ts'))
    .filter((test) => !present.has(test))
    .map((test) => `${test} is missing.`)
}

/** Operations live in the domain, never two of a name, and every name of the policy table has one. */
export function findPolicyGaps(sources: Source[], policyNames: readonly string[]): string[] {
  const made = code(sources)
    .filter(({ path }) => !path.startsWith('lib/'))
    .flatMap((source) => operationsIn(source).map((name) => ({ name, path: source.path })))
  const strays = made.filter(({ path }) => !path.startsWith('domain/'))
  const count = (name: string) => made.filter((each) => each.name === name).length
  return [
    ...strays.map(({ name, path }) => `${path} makes ${name}: operations live in domain/<noun>/<verb>.ts.`),
    ...policyNames
      .filter((name) => count(name) !== 1)
      .map((name) => `${name} has ${count(name)} operations, not one.`),
    ...made
      .filter(({ name }) => !policyNames.includes(name))
      .map(({ name, path }) => `${path} makes ${name}, which is not in the policy table.`),
  ]
}

/** An operation never calls an operation: a shared step is a function taking `tx`, a follow-up is a job. */
export function findNestedOperations(sources: Source[]): string[] {
  const verbs = new Map(
    code(sources).map(({ path, exports }) => [
      path.replace(/\.ts$/, ''),
      exports.filter(([, madeBy]) => madeBy && makers.has(madeBy)).map(([name]) => name),
    ]),
  )
  return code(sources)
    .filter((source) => operationsIn(source).length > 0)
    .flatMap((source) =>
      source.imports.flatMap((each) => {
        const operations = verbs.get(resolveImport(source, each.from) ?? '') ?? []
        const taken = each.typeOnly ? [] : each.names.filter((name) => operations.includes(name))
        return taken.map((name) => `${source.path} imports the operation ${name}.`)
      }),
    )
}

/** What reaches an operation from outside has a most length, each text of it. */
export function findBoundlessTexts(sources: Source[]): string[] {
  return code(sources)
    .filter(({ imports }) => imports.some(({ names }) => names.includes('operation')))
    .filter(({ boundless }) => boundless > 0)
    .map(({ path }) => `${path} takes a text of any length.`)
}
