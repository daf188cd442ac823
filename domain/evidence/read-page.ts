import { Parser } from 'htmlparser2'

/** What of a page is judged: nothing of it is kept but this and its hash. */
export type PageReading = { title: string; text: string; links: string[]; refresh: string }

const UNSEEN = new Set(['script', 'style', 'template', 'noscript'])
const MOST_TEXT = 20_000

/** The title, the visible words, the targets of links and an immediate redirect of an HTML page. Never throws. */
export function readPage(html: string): PageReading {
  const page: PageReading = { title: '', text: '', links: [], refresh: '' }
  const open: string[] = []
  const words: string[] = []
  let length = 0
  const parser = new Parser({
    onopentag(name, { href, content, ...attributes }) {
      open.push(name)
      if (name === 'a' && href) page.links.push(href)
      if (name === 'meta' && attributes['http-equiv']?.toLowerCase() === 'refresh')
        page.refresh = content ?? ''
    },
    ontext(text) {
      if (open.includes('title') && !open.includes('svg')) page.title += text
      else if (length < MOST_TEXT && !open.some((name) => UNSEEN.has(name))) {
        words.push(text)
        length += text.length
      }
    },
    onclosetag: () => {
      open.pop()
    },
  })
  parser.end(html)
  const plain = (text: string) => text.replace(/\s+/g, ' ').trim()
  return { ...page, title: plain(page.title), text: plain(words.join(' ')).slice(0, MOST_TEXT) }
}
