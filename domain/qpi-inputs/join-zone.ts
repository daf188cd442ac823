import { createHash } from 'node:crypto'
import { appendFileSync, createReadStream, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** Both sides are put into so many files by their names, so that one pair after the other fits into memory. */
const PARTS = 256
/** In bytes, of each. */
const HELD = 32 * 1024
const MOST_ERRORS = 1000

export type JoinedZone = {
  zone: { sha256: string; lines: number; signed: number }
  portfolio: { sha256: string; lines: number; domains: number }
  /** Names with a DS record in the zone, of all names of the registrar. */
  registrars: { ianaId: number; signed: number; domains: number }[]
  /** Names with a DS record that no registrar has. */
  withoutRegistrar: number
  errors: { file: 'zone' | 'portfolio'; line: number; message: string }[]
  errorCount: number
}

/**
 * Joins a zone file (one record a line) with the registry’s file of `domain,iana-id` (R15.3), both as large as they are: they
 * are read once, in any order, and never held whole. A name is signed that has a DS record of its own under .org.
 */
export async function joinZone(zonePath: string, portfolioPath: string): Promise<JoinedZone> {
  const folder = mkdtempSync(path.join(tmpdir(), 'portal-zone-'))
  const result: Pick<JoinedZone, 'errors' | 'errorCount'> = { errors: [], errorCount: 0 }
  const refuse = (file: 'zone' | 'portfolio', line: number, message: string) => {
    result.errorCount += 1
    if (result.errors.length < MOST_ERRORS) result.errors.push({ file, line, message })
  }
  try {
    const signed = openParts(folder, 'signed')
    const zone = await eachLine(zonePath, (line) => {
      const owner = signedOwner(line)
      if (owner) signed.add(owner, owner)
    })
    const held = openParts(folder, 'held')
    const portfolio = await eachLine(portfolioPath, (line, number) => {
      if (line === '' || (number === 1 && /^\ufeff?"?domain/i.test(line))) return
      const [, domain, id] = /^"?([a-z0-9-]{1,63}\.org)\.?"?,"?([1-9]\d{0,8})"?$/i.exec(line) ?? []
      if (!domain || !id) refuse('portfolio', number, 'This is no name under .org with an IANA id.')
      else held.add(domain.toLowerCase(), `${domain.toLowerCase()},${id}`)
    })
    return { ...result, ...countParts(signed.close(), held.close(), zone, portfolio, refuse), ...result }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

type Refuse = (file: 'zone' | 'portfolio', line: number, message: string) => void
type Read = { sha256: string; lines: number }

function countParts(
  signedParts: readonly string[],
  heldParts: readonly string[],
  zone: Read,
  portfolio: Read,
  refuse: Refuse,
) {
  const of = new Map<number, { signed: number; domains: number }>()
  let [signed, domains, withoutRegistrar] = [0, 0, 0]
  for (const [index, file] of signedParts.entries()) {
    const names = new Set(linesOf(file))
    const holders = new Map<string, number>()
    for (const line of linesOf(heldParts[index]!)) {
      const [domain, id] = line.split(',') as [string, string]
      if (holders.has(domain)) refuse('portfolio', 0, `${domain} stands there twice; the first line counts.`)
      else holders.set(domain, Number(id))
    }
    for (const [domain, ianaId] of holders) {
      const counted = of.get(ianaId) ?? { signed: 0, domains: 0 }
      counted.domains += 1
      if (names.has(domain)) counted.signed += 1
      of.set(ianaId, counted)
    }
    signed += names.size
    domains += holders.size
    for (const name of names) if (!holders.has(name)) withoutRegistrar += 1
  }
  return {
    zone: { ...zone, signed },
    portfolio: { ...portfolio, domains },
    registrars: [...of]
      .map(([ianaId, counted]) => ({ ianaId, ...counted }))
      .sort((a, b) => a.ianaId - b.ianaId),
    withoutRegistrar,
  }
}

/** The name of a DS record directly under .org, in lower case; undefined for every other record. */
function signedOwner(line: string): string | undefined {
  // Most lines are of other records: a look for two letters costs a tenth of taking the line apart.
  if (!line.includes('ds') && !line.includes('DS')) return undefined
  const [owner, , , type] = line.split(/\s+/, 4)
  if (type?.toLowerCase() !== 'ds') return undefined
  const name = owner!.toLowerCase().replace(/\.$/, '')
  return /^[a-z0-9-]{1,63}\.org$/.test(name) ? name : undefined
}

/** Lines of a file of any size, one block after the other; the next block is read once this one is dealt with. */
async function eachLine(file: string, take: (line: string, number: number) => void): Promise<Read> {
  const hash = createHash('sha256')
  let [rest, lines] = ['', 0]
  for await (const block of createReadStream(file, { highWaterMark: 1 << 18 })) {
    hash.update(block as Buffer)
    const all = (rest + (block as Buffer).toString('latin1')).split('\n')
    rest = all.pop() ?? ''
    // A line without an end is no record, and would only fill the memory.
    if (rest.length > 1 << 20) throw new RangeError(`Line ${lines + all.length + 1} has no end.`)
    for (const line of all) take(line.replace(/\r$/, ''), ++lines)
  }
  if (rest !== '') take(rest, ++lines)
  return { sha256: hash.digest('hex'), lines }
}

/** Lines are copied into buffers: as strings they would keep the whole blocks in memory that they were cut from. */
function openParts(folder: string, name: string) {
  const files = Array.from({ length: PARTS }, (_, n) => path.join(folder, `${name}-${n}`))
  const held = files.map(() => ({ bytes: Buffer.allocUnsafeSlow(HELD), used: 0 }))
  const flush = (n: number) => {
    const part = held[n]!
    if (part.used > 0) appendFileSync(files[n]!, part.bytes.subarray(0, part.used))
    part.used = 0
  }
  return {
    /** A line of fewer characters than a buffer holds. */
    add(key: string, line: string) {
      const n = partOf(key)
      if (held[n]!.used + line.length + 1 > HELD) flush(n)
      const part = held[n]!
      part.used += part.bytes.write(`${line}\n`, part.used, 'latin1')
    },
    close() {
      for (let n = 0; n < PARTS; n++) flush(n)
      return files
    },
  }
}

const linesOf = (file: string) =>
  existsSync(file)
    ? readFileSync(file, 'latin1')
        .split('\n')
        .filter((line) => line !== '')
    : []

function partOf(name: string): number {
  let hash = 0
  for (let n = 0; n < name.length; n++) hash = (Math.imul(hash, 31) + name.charCodeAt(n)) | 0
  return (hash >>> 8) % PARTS
}
