import { describe, expect, test } from 'vitest'
import { signsOfParking } from './parked-page'
import { readPage } from './read-page'

const words = (count: number) => Array.from({ length: count }, (_, index) => `word${index}`).join(' ')
const page = (body: string, head = '<title>Rivers</title>') =>
  `<!doctype html><html>${head}<body>${body}</body>`
const signs = (html: string) => signsOfParking(readPage(html))

describe('signs that nobody uses a name', () => {
  test.each([
    ['for sale', page(`<h1>q7.org</h1><p>This domain is for sale. ${words(30)}</p>`), 'for sale'],
    ['an offer', page(`<p>Buy this domain today. ${words(30)}</p>`), 'for sale'],
    ['parked', page(`<p>This page is parked by Example Registrar. ${words(30)}</p>`), 'parked'],
    ['to come', page(`<p>Coming soon: our new site. ${words(10)}</p>`), 'to come'],
    ['a server’s default', page(`<p>${words(20)}</p>`, '<title>Welcome to nginx!</title>'), 'default page'],
    [
      'advertising',
      page(
        `${[1, 2, 3, 4].map((n) => `<a href="/search?kw=rivers${n}">Rivers ${n}</a>`).join(' ')} ${words(20)}`,
      ),
      'advertising',
    ],
    [
      'led elsewhere',
      page(`<p>${words(20)}</p>`, '<meta http-equiv="Refresh" content="0; url=https://other.example/">'),
      'elsewhere',
    ],
    ['empty', page(''), 'hardly a word'],
    ['only a script', page(`<script>document.write("${words(50)}")</script>`), 'hardly a word'],
  ])('%s', (_what, html, wanted) => {
    expect(signs(html)).toHaveLength(1)
    expect(signs(html)[0]).toContain(wanted)
  })

  test.each([
    ['a page in use', page(`<p>${words(120)}</p><a href="/about">About</a>`)],
    ['a long page that mentions what comes', page(`<p>Coming soon: a new list. ${words(120)}</p>`)],
    [
      'a page about parking cars',
      page(`<p>Where to park: the car park by the weir is open. ${words(20)}</p>`),
    ],
    ['a page with a search', page(`<a href="/search?kw=a">Search</a><a href="/a">A</a><p>${words(30)}</p>`)],
  ])('nothing against %s', (_what, html) => expect(signs(html)).toEqual([]))

  test('a broken page is read as far as it goes', () => {
    expect(readPage('<title>A <b>&amp; B</title><p>one<p>two<script>three')).toMatchObject({
      title: expect.stringContaining('A'),
      text: expect.stringContaining('one two'),
    })
    expect(readPage('\u0000<<<>')).toMatchObject({ links: [] })
  })
})
