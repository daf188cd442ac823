import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { letterKinds } from '@/lib/letter-kinds'
import { root } from './read-sources'

test('every template that has a kind is that of a letter somebody writes', () => {
  const written = readdirSync(path.join(root, 'domain'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => readFileSync(path.join(root, 'domain', file), 'utf8'))
    .join('\n')
  const sorted = Object.values(letterKinds).flatMap(({ templates }): readonly string[] => templates)
  expect(sorted.filter((template) => !written.includes(`'${template}'`))).toEqual([])
})
