import type { DraftContent } from '@/domain/plans/rules'

/** Text that the server does not have yet, kept in this browser (R5.2). Sign-out wipes it with the rest of the storage. */
export type Kept<Content = DraftContent> = { version: number; content: Content }

/** One place per person, application and section: another person on the same device never sees it. */
export function keptKey(userId: string, applicationId: string, section: string): string {
  return `draft:${userId}:${applicationId}:${section}`
}

export function keep(key: string, kept: Kept<unknown>): void {
  try {
    localStorage.setItem(key, JSON.stringify(kept))
  } catch {
    // Storage full or switched off: the server's copy is all there is.
  }
}

export function readKept<Content = DraftContent>(key: string): Kept<Content> | undefined {
  try {
    const text = localStorage.getItem(key)
    return text === null ? undefined : (JSON.parse(text) as Kept<Content>)
  } catch {
    return undefined
  }
}

export function forget(key: string): void {
  try {
    localStorage.removeItem(key)
  } catch {
    // Switched off: there is nothing to forget.
  }
}
