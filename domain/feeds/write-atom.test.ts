import { DOMParser } from '@xmldom/xmldom'
import { describe, expect, it } from 'vitest'
import { type AtomEntry, writeAtom } from './write-atom'

const entry: AtomEntry = {
  id: 'tag:names.example.org,2026:announcement/ann_1',
  title: 'Round 1 of phase 1',
  updated: new Date(Date.UTC(2026, 10, 3, 15)),
  url: 'https://names.example.org/rounds/1-1',
  text: 'Bidding opens at noon.',
}
const write = (...entries: AtomEntry[]) =>
  writeAtom({
    id: 'tag:names.example.org,2026:announcements',
    title: 'Announcements',
    self: 'https://names.example.org/feeds/announcements.atom',
    url: 'https://names.example.org/rounds',
    entries,
  })
const parse = (text: string) =>
  new DOMParser({
    onError: (_level, message) => {
      throw new Error(message)
    },
  }).parseFromString(text, 'text/xml')
const textOf = (text: string, name: string) =>
  [...parse(text).getElementsByTagNameNS('http://www.w3.org/2005/Atom', name)].map((node) => node.textContent)

describe('an Atom feed', () => {
  it('R17.1 has what RFC 4287 requires, and the newest entry’s instant as its own', () => {
    const older = { ...entry, id: `${entry.id}0`, updated: new Date(0) }
    const text = write(entry, older)
    expect(textOf(text, 'updated')).toEqual([
      '2026-11-03T15:00:00.000Z',
      '2026-11-03T15:00:00.000Z',
      '1970-01-01T00:00:00.000Z',
    ])
    expect(textOf(text, 'id')).toEqual(['tag:names.example.org,2026:announcements', entry.id, older.id])
    expect(textOf(text, 'name')).toEqual(['Public Interest Registry'])
    const links = [...parse(text).getElementsByTagName('link')].map((link) => link.getAttribute('rel'))
    expect(links).toEqual(['self', 'alternate', 'alternate', 'alternate'])
  })

  it('is a feed without an entry too', () => {
    expect(textOf(write(), 'updated')).toEqual(['1970-01-01T00:00:00.000Z'])
  })

  it('carries any text as it was said, without what XML cannot hold', () => {
    const said = `</content><script>alert("1")</script> & 'so' ]]> \u{1f980}`
    const text = write({
      ...entry,
      text: `${said}\u0000\u000b\ufffe`,
      title: said,
      url: `${entry.url}?a=1&b="`,
    })
    expect(textOf(text, 'content')).toEqual([said])
    expect(textOf(text, 'title').at(-1)).toBe(said)
    expect(parse(text).getElementsByTagName('script')).toHaveLength(0)
  })
})
