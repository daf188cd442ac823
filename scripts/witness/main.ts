/**
 * A witness that a second party runs against the portal’s log (R9.2), as one file for plain Node (20 or later):
 *   node witness.mjs init --name witness.example --state witness.json
 *   node witness.mjs watch --portal https://names.example.org --key VKEY --state witness.json [--every 60] [--once]
 * `init` makes a secret and prints the key for the portal’s operator. `watch` signs what continues what it saw before, and
 * ends with exit 1 when the log shows two histories. Keep the state: without it the witness has no memory.
 */
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { processNow } from '../../lib/clock'
import { formatWitnessKey, witnessKeyOf } from '../../transcript/cosignature'
import { isKeyName, parseVerifierKey } from '../../transcript/note'
import { keep, watchOnce } from './watch'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    name: { type: 'string' },
    state: { type: 'string', default: 'witness.json' },
    portal: { type: 'string' },
    key: { type: 'string' },
    every: { type: 'string', default: '60' },
    once: { type: 'boolean', default: false },
  },
})

function init(name: string, file: string): void {
  if (!isKeyName(name)) throw new Error('Give a name without spaces, such as --name witness.example.')
  if (existsSync(file)) throw new Error(`There is a witness in ${file} already.`)
  const seed = randomBytes(32)
  keep(file, { name, seedHex: seed.toString('hex'), note: null })
  console.log(formatWitnessKey(witnessKeyOf(name, new Uint8Array(seed))))
}

async function watch(portal: string, file: string): Promise<number> {
  const log = parseVerifierKey(values.key ?? '')
  if (!log) throw new Error('Give the key of the log by --key; it stands at /api/v1/keys and on /verify.')
  for (;;) {
    const seen = await watchOnce(
      portal.replace(/\/$/, ''),
      log,
      file,
      Math.floor(processNow().getTime() / 1000),
    ).catch((error: Error) => ({ refused: error.message, forked: false }))
    console.log(
      'refused' in seen ? seen.refused : `${seen.size} entries${seen.signed ? ', signed' : ', not taken'}`,
    )
    if ('refused' in seen && seen.forked) return 1
    if (values.once) return 'refused' in seen ? 2 : 0
    await pause(Math.max(1, Number(values.every)) * 1000)
  }
}

try {
  if (positionals[0] === 'init') init(values.name ?? '', values.state)
  else if (positionals[0] === 'watch' && values.portal)
    process.exitCode = await watch(values.portal, values.state)
  else
    throw new Error('Usage: witness.mjs init --name NAME | watch --portal ADDRESS --key VKEY [--state FILE]')
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 2
}
