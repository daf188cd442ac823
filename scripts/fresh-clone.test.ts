import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const root = path.resolve(import.meta.dirname, '..')
const STATIC = /^(?:import|export)\s(?:[\w*\s{},$]*?\sfrom\s)?'([^']+)'/gm

/** What a file loads as soon as it is loaded itself: its static imports, and theirs, each with who names it. */
function loadedWith(file: string, seen = new Map<string, string>()): Map<string, string> {
  for (const [, from = ''] of readFileSync(file, 'utf8').matchAll(STATIC)) {
    const target = from.startsWith('.') ? path.resolve(path.dirname(file), from) : from
    if (seen.has(target)) continue
    seen.set(target, path.relative(root, file))
    if (target.endsWith('.mjs')) loadedWith(target, seen)
  }
  return seen
}

test.each(['start', 'test'])('npm %s begins on a fresh clone, where no package is installed', (command) => {
  const loaded = loadedWith(path.join(root, 'scripts', `${command}.mjs`))
  expect(loaded.size).toBeGreaterThan(10)
  expect([...loaded].filter(([target]) => !target.startsWith('/') && !target.startsWith('node:'))).toEqual([])
})
