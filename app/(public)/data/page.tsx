import type { Metadata } from 'next'
import { TableFrame } from '@/components/ui/table'

export const metadata: Metadata = {
  title: 'Data and API',
  description: 'Everything public as JSON, CSV and calendar files, without a key.',
}

const resources = [
  {
    path: '/api/v1/labels',
    what: 'All 1,332 names: status, round, reserve, price, next date',
    how: 'status, class and round narrow it as on the catalogue page; format=csv',
  },
  {
    path: '/api/v1/rounds',
    what: 'Announced rounds with dates and lots',
    how: 'format=csv: one row per lot',
  },
  {
    path: '/api/v1/rounds/{phase}-{round}',
    what: 'One round with frozen settings, questions, announcements',
    how: 'format=csv: its lots',
  },
  { path: '/api/v1/results', what: 'All results', how: 'round={phase}-{round}; format=csv' },
  {
    path: '/api/v1/results/{name}',
    what: 'One result: standing, checks of its record',
    how: 'a name, or a lot’s id',
  },
  {
    path: '/api/v1/results/{name}/prices',
    what: 'The price path of a decided name; of a clock its rounds, with who left in each',
    how: 'format=csv',
  },
  {
    path: '/api/v1/results/{name}/bids',
    what: 'Every bid on a decided name in the order received, and what became of it',
    how: 'bidders are paddles; format=csv',
  },
  {
    path: '/api/v1/results/{name}/events',
    what: 'The whole record of the auction: bids, deposits, plan scores, all that a replay needs',
    how: 'bidders are paddles',
  },
  {
    path: '/api/v1/lots/{lot}',
    what: 'A lot while bidding lasts: price, close, number of bids',
    how: 'only where the format shows the price',
  },
  {
    path: '/rounds/calendar.ics',
    what: 'The dates of all rounds',
    how: 'to subscribe to; entries keep their identity',
  },
  { path: '/rounds/{phase}-{round}/calendar.ics', what: 'The dates of one round', how: '' },
  { path: '/rules/text', what: 'The rulebook, byte for byte as hashed', how: 'Markdown' },
]

export default function Data() {
  return (
    <div className="wrap page">
      <h1>Data and API</h1>
      <div className="prose pt-3">
        <p>
          What these pages show is open to programs too, without a key. A field that is not public yet is{' '}
          <code className="mono">null</code>: the number of applications until they close, a price in a sealed
          format, anything of a round that is not announced.
        </p>
      </div>
      <div className="pt-6">
        <TableFrame label="Resources">
          <table className="tbl">
            <caption className="sr-only">Resources</caption>
            <thead>
              <tr>
                <th scope="col">GET</th>
                <th scope="col">What it gives</th>
                <th scope="col">Parameters and forms</th>
              </tr>
            </thead>
            <tbody>
              {resources.map(({ path, what, how }) => (
                <tr key={path}>
                  <th scope="row" className="whitespace-nowrap!">
                    <code className="mono small">
                      {path.includes('{') ? path : <a href={path}>{path}</a>}
                    </code>
                  </th>
                  <td>{what}</td>
                  <td className="soft">{how}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableFrame>
      </div>
      <div className="prose pt-4">
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
            CSV follows RFC 4180, in UTF-8 with a header row. A cell that a spreadsheet would take for a
            formula begins with an apostrophe.
          </li>
          <li>
            An error has a status and a body <code className="mono">{'{"error":{"code","message"}}'}</code>.
            What does not exist and what is not public look the same: 404.
          </li>
        </ul>
      </div>
    </div>
  )
}
