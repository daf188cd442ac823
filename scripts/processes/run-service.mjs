import { spawn } from 'node:child_process'
import { openSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { withBin } from './runtime.mjs'

/**
 * What a request makes lives for a moment: room for 64 MB of it (16 is usual) means that it is rarely sorted from what
 * stays. `npm run bench -- bids` accepts a fifth more bids a second with it.
 */
const ROOM_FOR_YOUNG = '--max-semi-space-size=64'

/**
 * Starts a long-running TypeScript program. It is in a process group of its own, so that Ctrl-C reaches only us and we
 * stop things in order; and it follows us, so that it ends when we are killed.
 * @param {{name: string, root: string, entry: string, env: object, log?: string}} options log: a file for what it says
 * @returns {{name: string, pid: number, ended: Promise<string>, lastWords: () => string, stop: (graceMs: number) => Promise<void>,
 *   signal: (name: NodeJS.Signals) => void}} ended resolves with how it ended; signal reaches its whole process group
 */
export function runService({ name, root, entry, env, log }) {
  const follow = path.join(root, 'scripts', 'processes', 'follow-parent.mjs')
  const out = log ? openSync(log, 'w', 0o600) : 'inherit'
  const child = spawn(process.execPath, [ROOM_FOR_YOUNG, '--import', follow, '--import', 'tsx', entry], {
    cwd: root,
    env: withBin(root, env),
    detached: true,
    stdio: ['ignore', out, out, 'ipc'],
  })
  const ended = new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('exit', (code, signal) => resolve(signal ? `signal ${signal}` : `exit code ${code}`))
  })
  const signal = (name) => signalGroup(child.pid, name)
  const stop = async (graceMs) => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGTERM')
    const force = setTimeout(() => signal('SIGKILL'), graceMs)
    await ended
    clearTimeout(force)
  }
  const lastWords = () => (log ? readFileSync(log, 'utf8').trim().split('\n').slice(-12).join('\n') : '')
  return { name, pid: child.pid, ended, lastWords, stop, signal }
}

function signalGroup(pid, name) {
  try {
    process.kill(-pid, name)
  } catch (error) {
    if (error.code !== 'ESRCH') throw error
  }
}
