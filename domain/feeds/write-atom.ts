export type AtomEntry = {
  /** Stays, whatever else changes. */
  id: string
  title: string
  updated: Date
  /** Absolute. */
  url: string
  /** Plain text. */
  text: string
}

export type AtomFeed = {
  id: string
  title: string
  /** Its own address. */
  self: string
  /** The page it belongs to. */
  url: string
  entries: readonly AtomEntry[]
}

/** An Atom feed (RFC 4287), newest first as it is given. An empty one was updated at the beginning of time. */
export function writeAtom({ id, title, self, url, entries }: AtomFeed): string {
  const updated = new Date(Math.max(0, ...entries.map((entry) => entry.updated.getTime())))
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
    `  <id>${escapeXml(id)}</id>`,
    `  <title>${escapeXml(title)}</title>`,
    `  <updated>${updated.toISOString()}</updated>`,
    '  <author><name>Public Interest Registry</name></author>',
    `  <link rel="self" type="application/atom+xml" href="${escapeXml(self)}"/>`,
    `  <link rel="alternate" type="text/html" href="${escapeXml(url)}"/>`,
    ...entries.map(writeEntry),
    '</feed>',
    '',
  ].join('\n')
}

function writeEntry({ id, title, updated, url, text }: AtomEntry): string {
  return [
    '  <entry>',
    `    <id>${escapeXml(id)}</id>`,
    `    <title>${escapeXml(title)}</title>`,
    `    <updated>${updated.toISOString()}</updated>`,
    `    <link rel="alternate" type="text/html" href="${escapeXml(url)}"/>`,
    `    <content type="text">${escapeXml(text)}</content>`,
    '  </entry>',
  ].join('\n')
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text that can stand anywhere in XML 1.0; characters that it cannot hold are left out. */
function escapeXml(text: string): string {
  return [...text]
    .filter((character) => isAllowed(character.codePointAt(0)!))
    .join('')
    .replace(/[&<>"']/g, (character) => ENTITIES[character]!)
}

function isAllowed(code: number): boolean {
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd
  return !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff
}
