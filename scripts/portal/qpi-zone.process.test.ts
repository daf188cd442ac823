import { spawn } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'

/** A zone of 60 MB through a process that may hold 64 MB (R15.3): whoever holds a zone whole ends here. */
const HEAP_MB = 64

test('the command line joins a zone that is larger than its memory', { timeout: 60_000 }, async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'portal-zone-process-'))
  try {
    const zone = path.join(folder, 'org.zone')
    const out = openSync(zone, 'w')
    for (let block = 0; block < 120; block++) {
      const lines = Array.from({ length: 5000 }, (_, n) => {
        const name = `name-${block}-${n}.org.`
        return n % 20 === 0
          ? `${name}\t3600\tin\tds\t1 8 2 ${'ab'.repeat(32)}`
          : `${name}\t3600\tin\tns\t${'a'.repeat(63)}.example.`
      })
      writeSync(out, `${lines.join('\n')}\n`)
    }
    closeSync(out)
    const portfolio = path.join(folder, 'domains.csv')
    writeFileSync(portfolio, 'domain,iana-id\nname-0-0.org,800001\nname-0-1.org,800001\n')
    const input = path.join(folder, 'input.json')
    writeFileSync(input, JSON.stringify({ zone, portfolio }))
    const { code, said } = await run(['qpi', 'dnssec', '--in', input])
    expect(code).toBe(0)
    expect(JSON.parse(said)).toMatchObject({
      zone: { lines: 600_000, signed: 30_000 },
      registrars: [{ ianaId: 800001, signed: 1, domains: 2 }],
      csv: 'iana-id,signed,domains\n800001,1,2',
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

function run(words: string[]): Promise<{ code: number | null; said: string }> {
  const node = path.join('node_modules', '.bin', 'node')
  const child = spawn(node, [
    `--max-old-space-size=${HEAP_MB}`,
    '--import',
    'tsx',
    'scripts/portal.ts',
    ...words,
  ])
  let said = ''
  child.stdout.on('data', (chunk) => (said += chunk))
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, said })))
}
