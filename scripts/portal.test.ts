import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

function portal(args: string[], input: string | Buffer) {
  // Without the starter of tsx, which is a second process around this one.
  const program = ['--import', 'tsx', 'scripts/portal.ts', ...args]
  const { status, stdout, stderr } = spawnSync(process.execPath, program, {
    cwd: root,
    input,
    encoding: 'utf8',
    timeout: 20_000,
  })
  return { status, stdout, stderr }
}

test('prints one JSON document and nothing else', () => {
  const { status, stdout, stderr } = portal(['labels', 'classify'], '\ufeff{"labels":["Q7"]}')
  expect({ status, stderr, document: JSON.parse(stdout) }).toMatchObject({
    status: 0,
    stderr: '',
    document: { labels: [{ label: 'q7' }] },
  })
}, 20_000)

test('refuses broken bytes with exit 2 and no stack trace', () => {
  const { status, stdout, stderr } = portal(['labels', 'classify'], Buffer.from([0x7b, 0xff, 0xfe]))
  expect({ status, stderr, document: JSON.parse(stdout) }).toMatchObject({
    status: 2,
    stderr: '',
    document: { error: { code: 'input.not-utf-8' } },
  })
}, 20_000)

test('refuses a file that cannot be read', () => {
  const { status, stdout, stderr } = portal(['review', 'score', '--in', 'no/such/file.json'], '')
  expect({ status, stderr, document: JSON.parse(stdout) }).toMatchObject({
    status: 2,
    stderr: '',
    document: { error: { code: 'input.unreadable', path: 'no/such/file.json' } },
  })
}, 20_000)

test('refuses a file of half a gigabyte before it is read', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'portal-'))
  try {
    const file = path.join(folder, 'transcript.json')
    writeFileSync(file, '')
    truncateSync(file, 512 * 1024 * 1024)
    const { status, stdout, stderr } = portal(['transcript', 'verify', '--file', file], '')
    expect({ status, stderr, document: JSON.parse(stdout) }).toMatchObject({
      status: 2,
      stderr: '',
      document: { error: { code: 'input.too-large', path: file } },
    })
  } finally {
    rmSync(folder, { recursive: true })
  }
}, 20_000)
