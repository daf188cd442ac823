import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')

/** `a/{b,c}/d` is two paths. */
function expand(written: string): string[] {
  const braces = /^(.*)\{([^}]*)\}(.*)$/.exec(written)
  return braces ? braces[2]!.split(',').map((each) => `${braces[1]}${each}${braces[3]}`) : [written]
}

const map = readFileSync(path.join(root, 'docs/rules.md'), 'utf8')

test('every paragraph stands once in the map of the rules', () => {
  const paragraphs = [...map.matchAll(/^\| *(R\d[^|]*?) *\|/gm)].map(([, paragraph]) => paragraph)
  expect(paragraphs.length).toBeGreaterThan(50)
  expect(paragraphs.filter((each, index) => paragraphs.indexOf(each) !== index)).toEqual([])
})

test('every file that the map of the rules names is there', () => {
  const named = [...map.matchAll(/`([^`\s]*\/[^`\s]*)`/g)].flatMap(([, written]) => expand(written!))
  expect(named.length).toBeGreaterThan(100)
  expect(named.filter((file) => !file.startsWith('/') && !existsSync(path.join(root, file)))).toEqual([])
})
