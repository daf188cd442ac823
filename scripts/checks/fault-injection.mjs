import { runTask } from '../processes/run-task.mjs'
import { isBuilt } from '../start/build-when-changed.mjs'

/** The faults in their short form against the build that is there; each one counts. */
export async function faultInjection(root) {
  if (!isBuilt(root)) throw new Error('The build is missing or older than the sources: npm run build first.')
  const { ok, said } = await runTask(['node', 'scripts/faults.mjs', '--short'], { root })
  const count = (verdict) => said.split('\n').filter((line) => line.startsWith(verdict)).length
  const [passed, failed] = [count('ok '), count('FAILED ')]
  return { passed, failed: ok && passed > 0 ? failed : Math.max(failed, 1), said }
}
