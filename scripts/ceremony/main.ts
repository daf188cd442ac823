import { readFileSync, writeFileSync } from 'node:fs'
import { holdCeremony } from '@/sealing/ceremony'

/**
 * The offline ceremony (R8.2), built into one file that plain Node runs without the portal or a network:
 * `node ceremony.mjs custodians.json ceremony.json`. Reads the round and five custodians, writes what is published. The
 * secret is in memory alone, while it runs.
 */
const [from, to] = process.argv.slice(2)

if (!from || !to) {
  console.error('Say: node ceremony.mjs custodians.json ceremony.json')
  process.exit(2)
}
try {
  const { round, custodians } = JSON.parse(readFileSync(from, 'utf8'))
  const ceremony = await holdCeremony(round, custodians)
  writeFileSync(to, JSON.stringify(ceremony), { flag: 'wx' })
  console.log(`Round ${round}: the key is made and split three of five.`)
  for (const { custodian, sha256 } of ceremony.shares) console.log(`  ${sha256}  ${custodian}`)
  console.log(`Hand in ${to}. It holds no secret. Then switch this computer off.`)
} catch (fault) {
  console.error(fault instanceof Error ? fault.message : String(fault))
  process.exit(2)
}
