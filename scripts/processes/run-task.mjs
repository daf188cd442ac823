import { spawn } from 'node:child_process'
import { withBin } from './runtime.mjs'

/**
 * Runs a program to its end and gathers what it says.
 * @param {string[]} command program (this checkout's come first) and words
 * @param {{root: string, env?: object, show?: boolean}} options show: also let it speak while it runs
 * @returns {Promise<{ok: boolean, code: number, said: string}>}
 */
export function runTask([program, ...words], { root, env = process.env, show = false }) {
  const child = spawn(program, words, {
    cwd: root,
    env: withBin(root, env),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const [stream, target] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ]) {
    stream.setEncoding('utf8')
    stream.on('data', (chunk) => {
      said += chunk
      if (show) target.write(chunk)
    })
  }
  const stop = () => child.kill('SIGTERM')
  process.once('exit', stop)
  return new Promise((resolve) => {
    const done = (code) => {
      process.off('exit', stop)
      resolve({ ok: code === 0, code: code ?? 1, said: said.trim() })
    }
    child.once('error', (error) => {
      said += error.message
      done(1)
    })
    child.once('close', done)
  })
}
