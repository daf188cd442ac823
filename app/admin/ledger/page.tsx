import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { requirePerson } from '@/app/require-person'
import { Money } from '@/components/money/money'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { TableFrame } from '@/components/ui/table'
import { chart } from '@/domain/ledger/chart'
import { readTrialBalance } from '@/domain/ledger/queries'
import { viewerZone } from '@/lib/time/viewer-zone'
import { AsOf } from './_parts/as-of'
import { readInstant } from './read-instant'

export const metadata: Metadata = { title: 'Ledger' }

/** The trial balance: every account as of an instant, and that debit equals credit (R10.2). */
export default async function LedgerPage({ searchParams }: PageProps<'/admin/ledger'>) {
  const chosen = readInstant((await searchParams).before)
  const balance = await readTrialBalance(await requirePerson(), { before: chosen })
  if (!balance) notFound()
  const { accounts, debitMinor, creditMinor, before } = balance
  const search = chosen ? `?before=${chosen.toISOString()}` : ''
  return (
    <div className="wrap page space-y-6">
      <header className="space-y-3">
        <h1>Ledger</h1>
        <p className="lede">
          Every movement of money has two sides, and both are written at once. Nobody can change or remove an
          entry (R10.2).
        </p>
      </header>
      <div className="row between">
        <AsOf
          action="/admin/ledger"
          before={before}
          chosen={chosen !== undefined}
          zone={await viewerZone()}
        />
        <Button href={`/admin/ledger/export${search}`} size="s" icon="download" download>
          All entries as CSV
        </Button>
      </div>
      {debitMinor === creditMinor ? (
        <Notice tone="good" title="Debit equals credit">
          The sum of all accounts is zero, as it must be.
        </Notice>
      ) : (
        <Notice tone="bad" title="Debit and credit differ">
          Something wrote to the ledger past the portal. Do not record anything before this is understood.
        </Notice>
      )}
      <TableFrame label="Trial balance">
        <table className="tbl cards">
          <caption className="sr-only">Trial balance</caption>
          <thead>
            <tr>
              <th scope="col">Account</th>
              <th scope="col" className="n">
                Debit
              </th>
              <th scope="col" className="n">
                Credit
              </th>
              <th scope="col" className="n">
                Balance
              </th>
            </tr>
          </thead>
          <tbody>
            {accounts.map(({ account, balanceMinor, ...sums }) => (
              <tr key={account}>
                <th scope="row">
                  <Link href={`/admin/ledger/${account}${search}`} prefetch={false}>
                    {chart[account].name}
                  </Link>
                  <small className="block soft">{chart[account].meaning}</small>
                </th>
                <td className="n" data-label="Debit">
                  <Money minor={sums.debitMinor} plain />
                </td>
                <td className="n" data-label="Credit">
                  <Money minor={sums.creditMinor} plain />
                </td>
                <td className="n" data-label="Balance">
                  <Money minor={chart[account].side === 'debit' ? balanceMinor : -balanceMinor} plain />
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">Sum, in US dollars</th>
              <td className="n" data-label="Debit">
                <Money minor={debitMinor} plain />
              </td>
              <td className="n" data-label="Credit">
                <Money minor={creditMinor} plain />
              </td>
              <td className="n" data-label="Balance">
                <Money minor={debitMinor - creditMinor} plain />
              </td>
            </tr>
          </tfoot>
        </table>
      </TableFrame>
      <p className="small soft">
        A balance is read on the account’s own side: what we own as debit, what we owe and earn as credit. The
        last figure is debit less credit of everything.
      </p>
    </div>
  )
}
