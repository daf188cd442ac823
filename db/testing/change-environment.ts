import { vi } from 'vitest'
import { forgetEnvironment } from '@/env'

/** Sets variables of the environment until `restoreEnvironment`, which runs after every file by itself. */
export function changeEnvironment(changes: Record<string, string>): void {
  for (const [name, value] of Object.entries(changes)) vi.stubEnv(name, value)
  forgetEnvironment()
}

export function restoreEnvironment(): void {
  vi.unstubAllEnvs()
  forgetEnvironment()
}
