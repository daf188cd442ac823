import { type Kept, readKept } from '@/components/applications/keep-on-device'

/** One place per person and assignment: another person on the same device never sees it. */
export function keptSheetKey(userId: string, assignmentId: string): string {
  return `review:${userId}:${assignmentId}`
}

/** The person's sheets that this device has and the server has not, with the assignments they belong to. */
export function listKeptSheets(userId: string): { key: string; assignmentId: string; kept: Kept<unknown> }[] {
  const prefix = keptSheetKey(userId, '')
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(prefix))
      .flatMap((key) => {
        const kept = readKept<unknown>(key)
        return kept ? [{ key, assignmentId: key.slice(prefix.length), kept }] : []
      })
  } catch {
    // Storage switched off: nothing was kept.
    return []
  }
}
