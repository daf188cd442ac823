import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '../..')

/** Every page there is, from the file system, so that a new one cannot be forgotten: `/rounds/[round]`. */
export function listPages(): string[] {
  return addresses('app/**/page.tsx')
}

/** Every route of an API or a download: `GET /api/v1/files/[fileId]`, those of the front door included. */
export function listEndpoints(): string[] {
  const handlers = globSync('app/**/route.ts', { cwd: root }).flatMap((file) => {
    const text = readFileSync(path.join(root, file), 'utf8')
    const methods = text.matchAll(/^export (?:async function|function|const) (GET|POST|PUT|PATCH|DELETE)\b/gm)
    return [...methods].map(([, method]) => `${method} ${addressOf(file)}`)
  })
  const door = readFileSync(path.join(root, 'server.ts'), 'utf8').matchAll(/'((?:GET|POST|PUT) \/[^']*)':/g)
  return [
    ...handlers,
    ...[...door].map(([, route]) => route!.replaceAll('{', '[').replaceAll('}', ']')),
  ].sort()
}

const addresses = (pattern: string) => globSync(pattern, { cwd: root }).map(addressOf).sort()

function addressOf(file: string): string {
  const parts = path.dirname(file).split(path.sep).slice(1)
  return `/${parts.filter((part) => !part.startsWith('(')).join('/')}`
}
