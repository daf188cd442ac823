import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import path from 'node:path'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const ELSEWHERE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** The first Chromium that PW_CHROMIUM names or the machine has and that really starts; undefined when there is none. */
export function findInstalledBrowser(env = process.env) {
  const onPath = (env.PATH ?? '')
    .split(path.delimiter)
    .flatMap((folder) => NAMES.map((name) => path.join(folder, name)))
  return [env.PW_CHROMIUM, ...onPath, ...ELSEWHERE].find((file) => file && isProgram(file) && says(file))
}

function isProgram(file) {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Some distributions put a program there that only says how to install the real one. */
const says = (file) => spawnSync(file, ['--version'], { timeout: 20_000, stdio: 'ignore' }).status === 0

/**
 * A browser to test with: an installed one, else Playwright's own, else the distribution's when we are root.
 * @param {string} root the checkout
 * @returns {Promise<string>} its path
 * @throws {Error} with what to do when there is none to be had
 */
export async function provideBrowser(root) {
  const installed = findInstalledBrowser() ?? (await playwrightsOwn())
  if (installed) return installed
  console.log('No browser on this machine: fetching one …')
  spawnSync(path.join(root, 'node_modules', '.bin', 'playwright'), ['install', 'chromium'], {
    cwd: root,
    stdio: 'inherit',
  })
  const fetched = await playwrightsOwn()
  if (fetched) return fetched
  if (process.getuid?.() === 0) {
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit' })
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
      stdio: 'inherit',
    })
    const packaged = findInstalledBrowser()
    if (packaged) return packaged
  }
  throw new Error('No browser could be found or installed: install Chromium, or set PW_CHROMIUM to its path.')
}

async function playwrightsOwn() {
  const { chromium } = await import('@playwright/test')
  const file = chromium.executablePath()
  return isProgram(file) && says(file) ? file : undefined
}
