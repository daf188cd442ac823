import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')

/** `a/{b,c}/d` is two paths. */
function expand(written: string): string[] {
  const braces = /^(.*)\{([^}]*)\}(.*)$/.exec(written)
  return braces ? braces[2]!.split(',').map((each) => `${braces[1]}${each}${braces[3]}`) : [written]
}

test('every file that the map of the rules names is there', () => {
  const map = readFileSync(path.join(root, 'docs/rules.md'), 'utf8')
  const named = [...map.matchAll(/`([^`\s]*\/[^`\s]*)`/g)].flatMap(([, written]) => expand(written!))
  expect(named.length).toBeGreaterThan(100)
  expect(named.filter((file) => !file.startsWith('/') && !existsSync(path.join(root, file)))).toEqual([])
})
