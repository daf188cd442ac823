import { readFileSync } from 'node:fs'
import path from 'node:path'
import { sha256Hex } from '@/lib/hash'

const text = readFileSync(path.join(process.cwd(), 'domain/rules/rulebook-1.md'), 'utf8')

/**
 * The rulebook in force: its text as published (Markdown) and the SHA-256 of its bytes, which applicants accept when
 * they submit (R5.4). A changed rulebook is a new file and a new version; this one is never edited after its first use.
 */
export const currentRules = { version: '1', hash: sha256Hex(text), text } as const
