/** Times the import of transactions reports and the scores of a month (R15.3). */
import { readFile as readBytes } from 'node:fs/promises'
import path from 'node:path'
import { closeDatabase } from '@/db/client'
import { transactionColumns } from '@/domain/qpi/transaction-columns'
import { readFile } from '@/domain/qpi-inputs/read-file'
import { computeScores } from '@/domain/qpi-scores/compute-scores'
import { systemActor } from '@/lib/access/actor'

const [what] = process.argv.slice(2)
if (what === 'columns') console.log(JSON.stringify({ columns: transactionColumns }))
else await time(what!)

async function time(input: string): Promise<void> {
  const actor = systemActor('bench')
  const { files } = JSON.parse(await readBytes(input, 'utf8')) as {
    files: { path: string; kind: string; source: string }[]
  }
  const started = performance.now()
  let rows = 0
  let period = ''
  for (const { path: file, ...named } of files) {
    const content = (await readBytes(file)).toString('base64')
    const answer = await readFile(actor, { ...named, period: '', fileName: path.basename(file), content })
    if (!answer.ok) throw new Error(answer.error.code)
    rows += answer.value.rows
    period = answer.value.period
  }
  const read = performance.now()
  const scored = await computeScores(actor, { period })
  if (!scored.ok) throw new Error(scored.error.code)
  const seconds = (ms: number) => (ms / 1000).toFixed(1)
  console.log(
    `${files.length} reports, ${rows.toLocaleString('en')} rows: ${seconds(read - started)} s; aim under 30 s\n` +
      `scores of one month, ${scored.value.registrars.toLocaleString('en')} registrars: ${seconds(performance.now() - read)} s`,
  )
  await closeDatabase()
}
