/**
 * The verifier as one file, `transcript-verifier.mjs`, that runs with plain Node (20 or later) and nothing else:
 *   node transcript-verifier.mjs FILE [--key VKEY] [--witness VKEY] [--receipts FILE]
 * Prints one JSON document. Exit 0: everything agrees. 1: something does not; `firstWrong` names it. 2: no transcript.
 */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { NoTranscript } from '../../transcript/round-file'
import { verifyText } from '../../transcript/verify-text'

const USAGE = 'Usage: node transcript-verifier.mjs FILE [--key VKEY] [--witness VKEY] [--receipts FILE]'

async function main(): Promise<number> {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        key: { type: 'string' },
        witness: { type: 'string', multiple: true },
        receipts: { type: 'string' },
      },
    })
    const [file] = positionals
    if (file === undefined) throw new NoTranscript('', USAGE)
    const verdict = await verifyText(readFileSync(file, 'utf8'), {
      key: values.key,
      witnesses: values.witness,
      receipts: values.receipts === undefined ? undefined : readFileSync(values.receipts, 'utf8'),
    })
    process.stdout.write(`${JSON.stringify(verdict, null, 2)}\n`)
    return verdict.ok ? 0 : 1
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    process.stdout.write(`${JSON.stringify({ error: { message, usage: USAGE } }, null, 2)}\n`)
    return 2
  }
}

process.exitCode = await main()
