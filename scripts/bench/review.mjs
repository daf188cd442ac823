import { readFileSync } from 'node:fs'
import path from 'node:path'

const TIMES = 9

/**
 * The mathematics of review alone, assignments and the figures of a panel; then the panel's queries and pages on a
 * database with 300 plans read by 30 reviewers.
 */
export async function bench(world) {
  console.log(await world.task(['tsx', 'scripts/bench/time-review.ts']))
  const file = path.join(world.folder, 'panel.json')
  console.log(await world.task(['tsx', 'scripts/bench/fill-panel.ts', file]))
  const { roundId, applicationId, token } = JSON.parse(readFileSync(file, 'utf8'))
  const web = await world.startWeb()
  const reviews = `${world.address}/admin/rounds/${roundId}/reviews`
  for (const [name, address, aim] of [
    ['ladder', reviews, 300],
    ['one plan', `${reviews}/${applicationId}`],
    ['assignment', `${reviews}/assignment`, 300],
    ['reliability', `${reviews}/reliability`, 300],
    ['decisions', `${reviews}/decisions`],
  ])
    console.log(
      `page ${name.padEnd(25)} ${await timePage(address, token, web.pid)}${aim ? `; aim under ${aim} ms` : ''}`,
    )
  await web.stop(10_000)
}

/**
 * From the request to the last byte: the very first, which compiles as well and finds no figures kept; then the least and
 * the middle of several once the server is warm; and what the web spends.
 */
async function timePage(address, token, pid) {
  const times = []
  let bytes = 0
  let before = 0
  let first = 0
  for (let n = 0; n < TIMES + 3; n++) {
    if (n === 3) before = spentBy(pid)
    const started = performance.now()
    const answer = await fetch(address, { headers: { cookie: `session=${token}` } })
    const body = await answer.text()
    if (!answer.ok) throw new Error(`${address} answered ${answer.status}.`)
    bytes = body.length
    if (n === 0) first = performance.now() - started
    if (n >= 3) times.push(performance.now() - started)
  }
  times.sort((a, b) => a - b)
  const middle = times[Math.floor(times.length / 2)]
  const spent = (spentBy(pid) - before) / TIMES
  return `${times[0].toFixed(0)} ms at best, ${middle.toFixed(0)} in the middle (${spent.toFixed(0)} of the processor), ${Math.round(bytes / 1024).toLocaleString('en')} KB; the first ${first.toFixed(0)} ms`
}

/** Milliseconds of the processor that a process took so far: Linux counts in hundredths of a second. */
function spentBy(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ')[1].split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10
}
