import { readFile, stat } from 'node:fs/promises'
import { answer } from './portal/answer'
import type { Area } from './portal/area'
import { InputRefused } from './portal/input-refused'

/** By name: a command reads the code of its own area alone, which is a fraction of all. */
const areas: Record<string, () => Promise<{ default: Area }>> = {
  labels: () => import('./portal/labels'),
  auction: () => import('./portal/auction'),
  simulate: () => import('./portal/simulate'),
  deadline: () => import('./portal/deadline'),
  review: () => import('./portal/review'),
  registrars: () => import('./portal/registrars'),
  fees: () => import('./portal/fees'),
  qpi: () => import('./portal/qpi'),
  seal: () => import('./portal/seal'),
  merkle: () => import('./portal/merkle'),
  checkpoint: () => import('./portal/checkpoint'),
  transcript: () => import('./portal/transcript'),
}

/** Enough for any transcript; more is a mistake, and would only exhaust the memory. */
const MOST_BYTES = 256 * 1024 * 1024

// Who reads only the beginning (`… | head`) closes the pipe: no fault of anyone's.
process.stdout.on('error', () => {})

try {
  const words = process.argv.slice(2)
  const named = Object.hasOwn(areas, words[0] ?? '') ? areas[words[0] ?? ''] : undefined
  const loaded = await Promise.all((named ? [named] : Object.values(areas)).map((load) => load()))
  const { exitCode, document } = await answer(
    loaded.map((area) => area.default),
    words,
    readText,
  )
  process.stdout.write(`${JSON.stringify(document, bigintAsString, 2)}\n`)
  process.exitCode = exitCode
} catch (fault) {
  process.stderr.write(`The command failed: ${fault instanceof Error ? fault.message : fault}\n`)
  process.exitCode = 70
}

function bigintAsString(_key: string, value: unknown) {
  return typeof value === 'bigint' ? value.toString() : value
}

async function readText(path: string | undefined): Promise<string> {
  if (path === undefined && process.stdin.isTTY) return ''
  const bytes = path === undefined ? await readStandardInput() : await readNamed(path)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new InputRefused('input.not-utf-8', 'The text is not UTF-8.', path)
  }
}

async function readStandardInput(): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of process.stdin) {
    size += chunk.length
    refuseLarger(size)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

async function readNamed(path: string): Promise<Buffer> {
  try {
    refuseLarger((await stat(path)).size, path)
    return await readFile(path)
  } catch (error) {
    if (error instanceof InputRefused) throw error
    throw new InputRefused('input.unreadable', `The file “${path}” cannot be read.`, path)
  }
}

function refuseLarger(bytes: number, path?: string): void {
  if (bytes > MOST_BYTES) throw new InputRefused('input.too-large', 'The input is larger than 256 MB.', path)
}
