import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

export type Import = { from: string; names: string[]; typeOnly: boolean }
export type Call = { callee: string; text?: string; target?: string; empty: boolean }

/** What the architecture tests know of a file. Comments are not in it, so that prose may name what code may not. */
export type Source = {
  /** From the root, with slashes. */
  path: string
  lines: number
  imports: Import[]
  /** `text` is the first argument when it is a string, `target` when it is a name. `new X()` has callee `new X`. */
  calls: Call[]
  /** Dotted names read anywhere, such as `process.env`. */
  reads: string[]
  /** Opens with this directive, `use server` or `use client`. */
  directive?: string
  /** Exported values and the function each one is the result of, if any: `['saveDraft', 'formAction']`. */
  exports: [name: string, madeBy: string | undefined][]
  /** `z.string()` that says nothing of how long it may be. */
  boundless: number
}

const folders = 'app components domain engine sealing transcript db jobs lib scripts e2e'.split(' ')
export const root = fileURLToPath(new URL('../..', import.meta.url))

/** Every TypeScript file of the repository, declarations apart. */
export function readSources(): Source[] {
  const inFolder = (folder: string) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map(
      (file) => `${folder}/${file}`,
    )
  const present = readdirSync(root)
  const known = readKnown()
  const found: Known = {}
  const sources = [...present, ...folders.filter((folder) => present.includes(folder)).flatMap(inFolder)]
    .filter((file) => /\.tsx?$/.test(file) && !/\.d\.m?ts$/.test(file))
    .sort()
    .map((file) => {
      const text = readFileSync(path.join(root, file), 'utf8')
      const key = sha256(`${OWN}\n${file}\n${text}`)
      const source = known[key] ?? understand(file, text)
      found[key] = source
      return source
    })
  mkdirSync(path.dirname(KEPT), { recursive: true })
  writeFileSync(KEPT, JSON.stringify(found))
  return sources
}

/** What was understood of files that have not changed since, by the hash of reader, path and text. Parsing takes most of the time. */
type Known = Record<string, Source>
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
/** This very file: what another one understood is of no use. */
const OWN = readFileSync(fileURLToPath(import.meta.url), 'utf8')
const KEPT = path.join(root, 'node_modules/.cache/checks/architecture.json')

function readKnown(): Known {
  try {
    return JSON.parse(readFileSync(KEPT, 'utf8'))
  } catch {
    return {}
  }
}

/** Reads one file. Takes the text, so that the tests of the tests can make some up. */
export function understand(file: string, text: string): Source {
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  const source: Source = {
    path: file,
    lines: text.split('\n').length,
    imports: [],
    calls: [],
    reads: [],
    exports: [],
    boundless: 0,
  }
  const [first] = tree.statements
  if (first && ts.isExpressionStatement(first) && ts.isStringLiteral(first.expression)) {
    source.directive = first.expression.text
  }
  for (const statement of tree.statements) readStatement(statement, source)
  const visit = (node: ts.Node) => {
    readNode(node, source)
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return source
}

function readStatement(statement: ts.Statement, source: Source) {
  if (ts.isImportDeclaration(statement)) source.imports.push(readImport(statement))
  if (ts.isExportAssignment(statement)) source.exports.push(['default', madeBy(statement.expression)])
  if (ts.isExportDeclaration(statement) && !statement.isTypeOnly)
    source.exports.push(['re-export', undefined])
  const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined
  if (!modifiers?.some((each) => each.kind === ts.SyntaxKind.ExportKeyword)) return
  if (ts.isVariableStatement(statement)) {
    for (const each of statement.declarationList.declarations) {
      source.exports.push([each.name.getText(), madeBy(each.initializer)])
    }
  } else if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) {
    source.exports.push([statement.name?.text ?? 'default', undefined])
  }
}

const madeBy = (value: ts.Expression | undefined) =>
  value && ts.isCallExpression(value) ? value.expression.getText() : undefined

function readImport(statement: ts.ImportDeclaration): Import {
  const clause = statement.importClause
  const bindings = clause?.namedBindings
  const named = bindings && ts.isNamedImports(bindings) ? [...bindings.elements] : []
  const typeOnly =
    ts.isTypeOnlyImportDeclaration(clause ?? statement) ||
    (named.length > 0 && !clause?.name && named.every((each) => each.isTypeOnly))
  const names = named.map((each) => each.name.text)
  return { from: (statement.moduleSpecifier as ts.StringLiteral).text, names, typeOnly }
}

function readNode(node: ts.Node, source: Source) {
  if (ts.isPropertyAccessExpression(node)) {
    const name = node.getText().replace(/\s+/g, '')
    if (!source.reads.includes(name)) source.reads.push(name)
  }
  if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return
  const name = node.expression.getText().replace(/\s+/g, '')
  if (name === 'z.string' && !/\.(max|regex|length)\(/.test(chainOf(node).getText())) source.boundless++
  const argument = node.arguments?.[0]
  source.calls.push({
    callee: ts.isNewExpression(node) ? `new ${name}` : name,
    empty: !argument,
    ...(argument && ts.isStringLiteralLike(argument) ? { text: argument.text } : {}),
    ...(argument && ts.isIdentifier(argument) ? { target: argument.text } : {}),
  })
}

/** A call with all that is called on what it answers. */
function chainOf(node: ts.Node): ts.Node {
  const { parent } = node
  const goesOn =
    (ts.isPropertyAccessExpression(parent) || ts.isCallExpression(parent)) && parent.expression === node
  return goesOn ? chainOf(parent) : node
}

export const isTest = ({ path: file }: Source) => /\.test\.tsx?$/.test(file)

/** The path from the root that an import means; undefined for a package. */
export function resolveImport(source: Source, from: string): string | undefined {
  if (from.startsWith('@/')) return from.slice(2)
  if (from.startsWith('.')) return path.posix.join(path.posix.dirname(source.path), from)
  return undefined
}
