import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { requirePerson } from '@/app/require-person'
import { Money } from '@/components/money/money'
import { When } from '@/components/time/when'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { TableFrame } from '@/components/ui/table'
import { chart, kindWords } from '@/domain/ledger/chart'
import { readAccount } from '@/domain/ledger/queries'
import { viewerZone } from '@/lib/time/viewer-zone'
import { AsOf } from '../_parts/as-of'
import { readInstant } from '../read-instant'

type Props = PageProps<'/admin/ledger/[account]'>

const load = cache(async (account: string, before: string | undefined) => {
  const page = await readAccount(await requirePerson(), { account, before: readInstant(before) })
  if (!page) notFound()
  return page
})

async function read({ params, searchParams }: Props) {
  const { before } = await searchParams
  return load((await params).account, typeof before === 'string' ? before : undefined)
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: `${chart[(await read(props)).account].name}, ledger` }
}

/** What was posted to one account, and its balance. */
export default async function AccountPage(props: Props) {
  const { account, lines, more, balanceMinor, before } = await read(props)
  const chosen = readInstant((await props.searchParams).before) !== undefined
  const zone = await viewerZone()
  const { name, side, meaning } = chart[account]
  const search = new URLSearchParams({ account, ...(chosen && { before: before.toISOString() }) })
  return (
    <div className="wrap page space-y-6">
      <Breadcrumb items={[{ text: 'Ledger', href: '/admin/ledger' }, { text: name }]} />
      <header className="space-y-3">
        <h1>{name}</h1>
        <p className="lede">
          {meaning} Balance <Money minor={side === 'debit' ? balanceMinor : -balanceMinor} />.
        </p>
      </header>
      <div className="row between">
        <AsOf action={`/admin/ledger/${account}`} before={before} chosen={chosen} zone={zone} />
        <Button href={`/admin/ledger/export?${search}`} size="s" icon="download" download>
          Entries as CSV
        </Button>
      </div>
      {lines.length === 0 ? (
        <EmptyState title="Nothing was posted here" sorts={false} />
      ) : (
        <TableFrame label="Entries">
          <table className="tbl cards">
            <caption className="sr-only">Entries of {name}, the newest first, in US dollars</caption>
            <thead>
              <tr>
                <th scope="col">Posted</th>
                <th scope="col">What</th>
                <th scope="col">Whose</th>
                <th scope="col" className="n">
                  Debit
                </th>
                <th scope="col" className="n">
                  Credit
                </th>
              </tr>
            </thead>
            <tbody>
              {lines.map(({ transactionId, at, kind, cause, organisation, amountMinor }) => (
                <tr key={`${transactionId}:${amountMinor}`}>
                  <td>
                    <When at={at} zone={zone} />
                  </td>
                  <td data-label="What">
                    {kindWords[kind]}
                    <small className="block soft mono">{cause}</small>
                  </td>
                  <td data-label="Whose">{organisation ?? '–'}</td>
                  <td className="n" data-label="Debit">
                    {amountMinor > 0n && <Money minor={amountMinor} plain />}
                  </td>
                  <td className="n" data-label="Credit">
                    {amountMinor < 0n && <Money minor={-amountMinor} plain />}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableFrame>
      )}
      {more && <p className="small soft">These are the newest 100 entries. The CSV has all of them.</p>}
    </div>
  )
}
