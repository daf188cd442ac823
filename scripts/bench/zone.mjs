import { execFileSync, spawn } from 'node:child_process'
import { createWriteStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const ZONE_BYTES = 2 * 1024 ** 3
const NAMES_PER_BLOCK = 2000
const REGISTRARS = 3000
/** Of strings and objects. Whoever holds a zone whole ends here. */
const HEAP_MB = 128

/**
 * `portal qpi dnssec` on a zone file of 2 GB and its file of domains and registrars (R15.3): how long, and how much memory
 * at most. Both come through pipes as they are made, so that neither stands on the disk.
 */
export async function bench() {
  const folder = mkdtempSync(path.join(tmpdir(), 'portal-bench-zone-'))
  try {
    const [zone, portfolio] = ['org.zone', 'domains.csv'].map((name) => path.join(folder, name))
    for (const pipe of [zone, portfolio]) execFileSync('mkfifo', [pipe])
    const input = path.join(folder, 'input.json')
    writeFileSync(input, JSON.stringify({ zone, portfolio }))
    const started = performance.now()
    const join = startJoin(input)
    const zoned = await pour(zone, ZONE_BYTES, zoneBlock)
    const held = await pour(portfolio, zoned.blocks, holderBlock)
    const { registrars, zone: read, portfolio: named, errorCount } = await join.answer
    const seconds = (performance.now() - started) / 1000
    if (errorCount > 0 || named.domains !== zoned.blocks * NAMES_PER_BLOCK)
      throw new Error(`${errorCount} errors, ${named.domains} names.`)
    const megabytes = (bytes) => Math.round(bytes / 1024 ** 2).toLocaleString('en')
    console.log(
      `zone file of ${megabytes(zoned.bytes)} MB (${read.lines.toLocaleString('en')} records), registrars of ${named.domains.toLocaleString('en')} names (${megabytes(held.bytes)} MB)\n` +
        `joined for ${registrars.length.toLocaleString('en')} registrars in ${seconds.toFixed(0)} s, with at most ${megabytes(join.peakBytes())} MB of memory, ${HEAP_MB} MB of them for strings and objects`,
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The command line in a process of its own, with what it held at most. */
function startJoin(input) {
  const node = path.join('node_modules', '.bin', 'node')
  const words = [
    `--max-old-space-size=${HEAP_MB}`,
    '--import',
    'tsx',
    'scripts/portal.ts',
    'qpi',
    'dnssec',
    '--in',
    input,
  ]
  const child = spawn(node, words, { stdio: ['ignore', 'pipe', 'inherit'] })
  let peak = 0
  const look = setInterval(() => {
    const status = readStatus(child.pid)
    peak = Math.max(peak, Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1024)
  }, 100)
  let said = ''
  child.stdout.on('data', (chunk) => (said += chunk))
  const answer = new Promise((resolve, reject) =>
    child.once('close', (code) => {
      clearInterval(look)
      if (code === 0) resolve(JSON.parse(said))
      else reject(new Error(`The command line ended with ${code}.`))
    }),
  )
  return { answer, peakBytes: () => peak }
}

function readStatus(pid) {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8')
  } catch {
    return ''
  }
}

/** Writes blocks into a pipe as fast as they are read: so many bytes of a zone, or so many blocks of registrars. */
async function pour(pipe, enough, blockOf) {
  const out = createWriteStream(pipe)
  let [bytes, blocks] = [0, 0]
  while ((blockOf === zoneBlock ? bytes : blocks) < enough) {
    const block = Buffer.from(blockOf(blocks), 'latin1')
    bytes += block.length
    blocks += 1
    if (!out.write(block)) await new Promise((resolve) => out.once('drain', resolve))
  }
  await new Promise((resolve) => out.end(resolve))
  return { bytes, blocks }
}

const SERVER = 'name-server-of-somebody.example.'
const DIGEST = 'ab'.repeat(32)

/** Two name servers for each name, and for every tenth a DS record. */
function zoneBlock(block) {
  let text = ''
  for (let n = 0; n < NAMES_PER_BLOCK; n++) {
    const name = `name-${block}-${n}.org.`
    text += `${name}\t3600\tin\tns\ta.${SERVER}\n${name}\t3600\tin\tns\tb.${SERVER}\n`
    if (n % 10 === 0) text += `${name}\t3600\tin\tds\t12345 8 2 ${DIGEST}\n`
  }
  return text
}

function holderBlock(block) {
  let text = block === 0 ? 'domain,iana-id\n' : ''
  for (let n = 0; n < NAMES_PER_BLOCK; n++)
    text += `name-${block}-${n}.org,${100_000 + ((block + n) % REGISTRARS)}\n`
  return text
}
