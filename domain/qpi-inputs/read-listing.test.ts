import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readListing } from './read-listing'

const MONTH = '2026-08'
const urlhaus = (...rows: string[]) =>
  [
    '################################################################',
    '# abuse.ch URLhaus Database Dump (CSV) - synthetic, for tests    #',
    '#',
    '# id,dateadded,url,url_status,last_online,threat,tags,urlhaus_link,reporter',
    ...rows,
  ].join('\r\n')
const row = (id: number, added: string, url: string, status: string, last: string) =>
  `"${id}","${added}","${url}","${status}","${last}","malware_download","elf","https://urlhaus.abuse.ch/url/${id}/","someone"`
const domains = (text: string) => readListing(text, MONTH)!.rows.map(({ domain }) => domain)

describe('R15.3 abuse listings', () => {
  test('URLhaus: distinct registrable domains, from `url` alone; first seen first, mitigated when the last address went', () => {
    const read = readListing(
      urlhaus(
        row(1, '2026-08-03 10:00:00', 'http://a.bad.org/x', 'offline', '2026-08-04 10:00:00'),
        row(2, '2026-08-02 10:00:00', 'http://b.bad.org:8080/y?z=""quoted', 'offline', '2026-08-05 10:00:00'),
        row(3, '2026-08-02 10:00:00', 'https://up.example.org/', 'offline', '2026-08-03 00:00:00'),
        row(4, '2026-08-03 10:00:00', 'https://example.org/', 'online', ''),
        row(5, '2026-08-03 10:00:00', 'http://192.0.2.7/bins', 'online', ''),
        row(6, '2026-08-03 10:00:00', 'https://bad.example/org', 'online', ''),
      ),
      MONTH,
    )!
    expect(read.rows).toEqual([
      {
        domain: 'bad.org',
        line: 5,
        class: 'unclassified',
        firstSeenAt: new Date('2026-08-02T10:00:00Z'),
        mitigatedAt: new Date('2026-08-05T10:00:00Z'),
      },
      {
        domain: 'example.org',
        line: 7,
        class: 'unclassified',
        firstSeenAt: new Date('2026-08-02T10:00:00Z'),
        mitigatedAt: null,
      },
    ])
    expect(read.errors).toEqual([
      { line: 9, message: 'Rows that name no domain under .org: 2. This is the first.' },
    ])
  })

  test('PhishTank: verified ones; what is down since an unknown time counts as up, and is told', () => {
    const text = [
      'phish_id,url,phish_detail_url,submission_time,verified,verification_time,online,target',
      '1,https://phish.org/login,http://www.phishtank.com/phish_detail.php?phish_id=1,2026-08-09T08:07:06+00:00,yes,2026-08-09T09:00:00+00:00,yes,Other',
      '2,https://gone.org/,http://www.phishtank.com/x,2026-08-09T08:07:06+00:00,yes,2026-08-09T09:00:00+00:00,no,Other',
      '3,https://maybe.org/,http://www.phishtank.com/x,2026-08-09T08:07:06+00:00,no,,yes,Other',
    ].join('\n')
    const read = readListing(text, MONTH)!
    expect(read.rows.map(({ domain, mitigatedAt }) => [domain, mitigatedAt])).toEqual([
      ['phish.org', null],
      ['gone.org', null],
    ])
    expect(read.errors.map(({ line }) => line)).toEqual([3, 4])
  })

  test('a plain one: compromised apart, a row of another month apart, the wrong ones by line', () => {
    const text = [
      'Domain,First Seen,Mitigated,Class',
      'one.org,2026-08-01,2026-08-02T12:00Z,malicious',
      'two.org,2026-07-20T00:00:00Z,,compromised',
      'old.org,2026-06-01,2026-07-31,malicious',
      'next.org,2026-09-01,,malicious',
      'odd.org,2026-08-05,2026-08-01,malicious',
      'when.org,yesterday,,malicious',
      'what.org,2026-08-05,,annoying',
      'ever.org,0000-01-01,,malicious',
      'münchen.org,2026-08-05,,',
    ].join('\n')
    const read = readListing(text, MONTH)!
    expect(read.rows.map(({ domain, class: as }) => `${domain} ${as}`)).toEqual([
      'one.org malicious',
      'two.org compromised',
    ])
    expect(read.errors.map(({ line, column }) => [line, column])).toEqual([
      [4, undefined],
      [6, 'mitigated'],
      [7, 'first-seen'],
      [8, 'class'],
      [9, 'first-seen'],
      [10, undefined],
    ])
  })

  test('the Public Suffix List decides what is registrable, whatever is private below it', () => {
    const text = ['url,first-seen', 'http://x.eu.org/,2026-08-01', 'shop.dyndns.org,2026-08-01'].join('\n')
    expect(domains(text)).toEqual(['eu.org', 'dyndns.org'])
  })

  test.each([
    ['nothing', ''],
    ['another table', 'a,b\n1,2'],
    ['a page', '<html><body>503</body></html>'],
    ['comments only', '# nothing today'],
  ])('is not read out of %s', (_what, text) => expect(readListing(text, MONTH)).toBeUndefined())

  test('never throws, and tells of every row that does not count', () => {
    const cell = fc.oneof(
      fc.constantFrom(
        '',
        '"',
        'http://a.org',
        '=cmd|x',
        '2026-08-01',
        '2026-99-99',
        '\u0000',
        'http://[::1]/',
        '💥.org',
      ),
      fc.string({ maxLength: 8 }),
    )
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 4 }), { maxLength: 6 }), (lines) => {
        const text = ['domain,first-seen,mitigated,class', ...lines.map((cells) => cells.join(','))].join(
          '\n',
        )
        const read = readListing(text, MONTH)!
        for (const { domain } of read.rows) expect(domain).toMatch(/^[a-z0-9-]+\.org$/)
      }),
      { numRuns: 60 },
    )
  })
})
