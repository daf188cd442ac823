import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const REGISTRARS = 3000
const MONTHS = 24

/** Transactions reports of two years read into the portal, and one month of them scored, on a database with real fsync. */
export async function bench(world) {
  const folder = path.join(world.folder, 'reports')
  mkdirSync(folder)
  const input = { files: [] }
  const { columns } = JSON.parse(await world.task(['tsx', 'scripts/bench/time-qpi.ts', 'columns']))
  for (let month = 0; month < MONTHS; month++) {
    const name = `org-transactions-${2023 + Math.floor(month / 12)}${String((month % 12) + 1).padStart(2, '0')}-en.csv`
    const rows = Array.from(
      { length: REGISTRARS },
      (_, n) =>
        `"Sample, ${n} (fictional)",${100_000 + n},${n * month + 100}${',0'.repeat(columns.length - 3)}`,
    )
    writeFileSync(path.join(folder, name), [columns.join(','), ...rows].join('\n'))
    input.files.push({ path: path.join(folder, name), kind: 'transactions', source: 'icann' })
  }
  const file = path.join(world.folder, 'load.json')
  writeFileSync(file, JSON.stringify(input))
  console.log(await world.task(['tsx', 'scripts/bench/time-qpi.ts', file]))
}
