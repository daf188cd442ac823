/**
 * Files that people upload (R5.1).
 *
 * Invariants:
 * - PDF, PNG or JPEG; extension, content and declared type agree; nothing else hides in the file.
 * - At most 25 MB each, 300 pages in a PDF, 10 in an application and 40 ever kept by it. Bytes live under a random key,
 *   never under the user's file name.
 */
export const MOST_BYTES = 25 * 1024 * 1024
export const MOST_FILES = 10
export const MOST_PAGES = 300
/** What an application keeps in all, files that were removed included: their bytes stay as evidence. */
export const MOST_KEPT_FILES = 40
export const MOST_KEPT_BYTES = 500 * 1024 * 1024
/** Uploads of one person at the same time. */
export const UPLOADS_AT_ONCE = 2
export const MOST_PIXELS = 40_000_000

const byExtension = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
} as const

export type MediaType = (typeof byExtension)[keyof typeof byExtension]

/** The media type that a file's extension stands for, if it is one of ours. */
export function mediaTypeOfName(fileName: string): MediaType | undefined {
  const extension = fileName.slice(fileName.lastIndexOf('.') + 1).toLowerCase()
  return Object.hasOwn(byExtension, extension)
    ? byExtension[extension as keyof typeof byExtension]
    : undefined
}

/** A file name without path, control characters and excess; for showing and for the download's name. */
export function plainFileName(fileName: string): string {
  const bare = fileName.slice(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
  const clean = bare.replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069"]/g, '').trim()
  const dot = clean.lastIndexOf('.')
  return dot > 0 ? clean.slice(0, dot).slice(0, 100) + clean.slice(dot) : clean.slice(0, 100)
}

/** `18 KB`, `2.4 MB`: for lists. */
export function formatSize(bytes: number): string {
  if (bytes < 1024 * 1024) return `${Math.max(1, Math.round(bytes / 1024))} KB`
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
