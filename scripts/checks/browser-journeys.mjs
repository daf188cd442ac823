import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { provideBrowser } from '../browser/find-browser.mjs'
import { startThrowaway } from '../database/embedded.mjs'
import { embeddedEnvironment } from '../database/secrets.mjs'
import { runTask } from '../processes/run-task.mjs'
import { isBuilt } from '../start/build-when-changed.mjs'
import { prepareDatabase } from '../start/prepare-database.mjs'
import { findPort, serve } from '../start/serve.mjs'
import { counted, read, reportFile } from './test-suites.mjs'

/**
 * Runs the journeys against the build that is there, on a database of their own with the demo world in it: two web
 * processes and a worker, so that a journey can show that both tell the same story.
 * @param {string[]} words handed on to Playwright, such as -g "soft close"
 */
export const browserJourneys = (words) => async (root) => {
  if (!isBuilt(root)) throw new Error('The build is missing or older than the sources: npm run build first.')
  const browser = await provideBrowser(root)
  const database = await startThrowaway(root, { durable: true })
  let service
  try {
    const logs = path.join(root, '.data', 'reports')
    mkdirSync(logs, { recursive: true })
    const first = await findPort(3100)
    const ports = [first, await findPort(first + 1)]
    const env = { ...embeddedEnvironment(root, database.url), FILES_DIR: path.join(logs, 'files') }
    await prepareDatabase(root, env, { seed: true })
    service = await serve({ root, env, ports, logs })
    const report = reportFile(root, 'browser')
    const journey = {
      ...env,
      PW_CHROMIUM: browser,
      E2E_BASE_URL: `http://localhost:${ports[0]}`,
      E2E_SECOND_URL: `http://localhost:${ports[1]}`,
      E2E_REPORT: report,
    }
    const done = await runTask(['playwright', 'test', ...words], {
      root,
      env: journey,
      show: words.length > 0,
    })
    const { expected: passed = 0, unexpected = 0, flaky = 0 } = read(report).stats ?? {}
    return counted({ passed, failed: unexpected + flaky, ok: done.ok, said: done.said })
  } finally {
    await service?.stop()
    await database.stop()
  }
}
