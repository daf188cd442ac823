/**
 * Runs checks, so many at a time, and prints each when it is done: heading, what it said if it failed, duration.
 * A check that throws counts as one failure. All of them run, whatever the others say.
 * @param {string} root
 * @param {{name: string, run: (root: string) => Promise<{passed: number, failed: number, said: string}>}[]} checks
 * @param {number} [atOnce]
 * @returns {Promise<{passed: number, failed: number}>}
 */
export async function runChecks(root, checks, atOnce = 1) {
  const waiting = [...checks]
  const total = { passed: 0, failed: 0 }
  const lane = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const { passed, failed } = await runOne(root, check)
      total.passed += passed
      total.failed += failed
    }
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
  return total
}

async function runOne(root, { name, run }) {
  const began = performance.now()
  const result = await run(root).catch((error) => ({ passed: 0, failed: 1, said: error.message }))
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  const verdict = result.failed === 0 ? 'passed' : 'FAILED'
  console.log(`\n== ${name}: ${verdict} (${result.passed} passed, ${result.failed} failed, ${seconds} s)`)
  if (result.failed > 0) console.log(result.said)
  return result
}
