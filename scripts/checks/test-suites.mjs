import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { runTask } from '../processes/run-task.mjs'

/** A file for a reporter to write to, not there yet. */
export function reportFile(root, name) {
  const file = path.join(root, '.data', 'reports', `${name}.json`)
  mkdirSync(path.dirname(file), { recursive: true })
  rmSync(file, { force: true })
  return file
}

/** A suite that ended badly counts at least one failure, and so does one that found nothing to test. */
export function counted({ passed, failed, ok, said }) {
  if (ok && failed === 0 && passed > 0) return { passed, failed, said }
  return {
    passed,
    failed: Math.max(failed, 1),
    said: passed + failed === 0 ? `${said}\nNo test was run.` : said,
  }
}

/** Runs one project of vitest.config.ts. */
export const vitestSuite = (project) => async (root) => {
  const report = reportFile(root, project)
  const command = [
    'vitest',
    'run',
    '--project',
    project,
    '--reporter=dot',
    '--reporter=json',
    `--outputFile=${report}`,
  ]
  const done = await runTask(command, { root })
  const { numPassedTests: passed = 0, numFailedTests: failed = 0 } = read(report)
  return counted({ passed, failed, ok: done.ok, said: done.said })
}

/** What a reporter wrote; nothing when the run broke before it could. */
export function read(report) {
  try {
    return JSON.parse(readFileSync(report, 'utf8'))
  } catch {
    return {}
  }
}
