import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { isRunning } from '../processes/find-process.mjs'

const lockFile = (root) => path.join(root, '.data', 'start.lock')

/** The process that runs the portal from this folder, if one does. */
export function runningStart(root) {
  const file = lockFile(root)
  const holder = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0
  return isRunning(holder, 'start.mjs') ? holder : undefined
}

/**
 * One start per checkout. The lock names its process; one left by a killed process is taken over.
 * @returns {string | undefined} a sentence when another start is alive
 */
export function takeLock(root) {
  const file = lockFile(root)
  mkdirSync(path.dirname(file), { recursive: true })
  for (let tries = 0; tries < 3; tries++) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' })
      process.once('exit', () => rmSync(file, { force: true }))
      return undefined
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    const holder = runningStart(root)
    if (holder && (holder === process.pid || holder === process.ppid)) return undefined
    if (holder) {
      return `The portal is already being run from this folder (process ${holder}). Stop that one first.`
    }
    rmSync(file, { force: true })
  }
  return 'Another start took the lock of this folder at the same moment. Try again.'
}
