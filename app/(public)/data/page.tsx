import type { Metadata } from 'next'
import { endpoints } from '@/domain/open-data/endpoints'
import { describeParameters, ResourceTable } from './_parts/resource-table'

export const metadata: Metadata = {
  title: 'Data and API',
  description: 'Everything public as JSON, CSV, feeds and calendars, without a key.',
}

const files = [
  { path: '/feeds', what: 'Announcements, results and dates to subscribe to', how: 'Atom, iCalendar' },
  { path: '/rules/text', what: 'The rulebook, byte for byte as hashed', how: 'Markdown' },
  {
    path: '/api/v1/openapi.json',
    what: 'All of this for programs: parameters and the shape of every answer',
    how: 'OpenAPI 3.1',
  },
]

export default function Data() {
  return (
    <div className="wrap page">
      <h1>Data and API</h1>
      <div className="prose pt-3">
        <p>
          What these pages show is open to programs too, without a key and from any site. A field that is not
          public yet is <code className="mono">null</code>: the number of applications until they close, a
          price in a sealed format, anything of a round that is not announced.
        </p>
      </div>
      <div className="pt-6">
        <ResourceTable
          label="Resources"
          resources={endpoints.map((endpoint) => ({
            path: endpoint.path,
            what: endpoint.what,
            how: describeParameters(endpoint),
          }))}
        />
      </div>
      <h2 className="pt-8">Files and feeds</h2>
      <div className="pt-3">
        <ResourceTable label="Files and feeds" resources={files} />
      </div>
      <div className="prose pt-6">
        <h2>How values are written</h2>
        <ul>
          <li>
            Money is whole US cents as a string of digits: <code className="mono">"1825000"</code> is
            US$18,250.00. Plan scores are hundredths of a point.
          </li>
          <li>
            Instants are UTC, as <code className="mono">2026-12-01T16:00:00.000Z</code>.
          </li>
          <li>
            CSV follows RFC 4180, in UTF-8 with a header row, and comes whole. A cell that a spreadsheet would
            take for a formula begins with an apostrophe.
          </li>
          <li>
            Long lists come in pages: <code className="mono">next</code> of one page is{' '}
            <code className="mono">cursor</code> of the one after it, and <code className="mono">null</code>{' '}
            at the end.
          </li>
          <li>
            Answers carry an ETag. Send it as <code className="mono">If-None-Match</code> and what has not
            changed is answered 304, without a body.
          </li>
          <li>
            An error has a status and a body <code className="mono">{'{"error":{"code","message"}}'}</code>.
            What does not exist and what is not public look the same: 404. Whoever asks too often is answered
            429 with <code className="mono">Retry-After</code> in seconds.
          </li>
        </ul>
        <h2>Open Contracting Data Standard</h2>
        <p>
          <code className="mono">/api/v1/ocds</code> tells of every lot in version 1.1 of the standard. It was
          made for buying; here something is sold, so Public Interest Registry stands as procuring entity and
          payee, and the registrant as supplier and payer. The tender is the lot, its least value the reserve;
          bids are there once the round is final, by paddle; the contract begins when the award is accepted.
        </p>
      </div>
    </div>
  )
}
