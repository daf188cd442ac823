import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requirePerson } from '@/app/require-person'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Pager } from '@/components/ui/pager'
import { SectionHead } from '@/components/ui/section-head'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { type RegistrarFilter, registrarsForOfficers } from '@/domain/registrars/officer-queries'
import { may } from '@/lib/access/policy'
import { viewerZone } from '@/lib/time/viewer-zone'
import { ImportForm } from './_parts/import-form'
import { ImportsTable } from './_parts/imports-table'
import { RegistrarsTable } from './_parts/registrars-table'

export const metadata: Metadata = { title: 'Registrars' }

const statuses = ['Accredited', 'Terminated', 'Reserved'] as const

export default async function RegistrarsPage({ searchParams }: PageProps<'/admin/registrars'>) {
  const person = await requirePerson()
  const given = await searchParams
  const one = (name: string) => ([given[name]].flat()[0] ?? '').trim().slice(0, 100)
  const status = statuses.find((known) => known === one('status'))
  const filter: RegistrarFilter = {
    text: one('q'),
    ...(status && { status }),
    page: Math.min(1000, Math.max(1, Number.parseInt(one('page'), 10) || 1)),
  }
  const found = await registrarsForOfficers(person, filter)
  if (!found) notFound()
  return (
    <div className="wrap page space-y-10">
      <header>
        <h1>Registrars</h1>
        <p className="lede">
          The registrars that IANA lists. Only an accredited one can sponsor an application (R4.2).
        </p>
      </header>
      <section aria-labelledby="list" className="stack">
        <SectionHead title="List" id="list">
          {found.total.toLocaleString('en')}
        </SectionHead>
        <search>
          <form method="get" action="/admin/registrars" className="row items-end">
            <TextInput name="q" label="Name or IANA id" defaultValue={filter.text} maxLength={100} short />
            <Select
              name="status"
              label="Status"
              blank="All"
              defaultValue={status ?? ''}
              options={statuses.map((value) => ({ value, label: value }))}
            />
            <Button type="submit" icon="search">
              Search
            </Button>
          </form>
        </search>
        {found.rows.length === 0 ? (
          <EmptyState title="No registrar fits" sorts={false}>
            Search for another name, or import the list.
          </EmptyState>
        ) : (
          <RegistrarsTable rows={found.rows} />
        )}
        <Pager page={found.page} pages={found.pages} href={(page) => hrefOf(filter, page)} />
      </section>
      <section aria-labelledby="import" className="stack">
        <SectionHead title="Import" id="import" />
        {may(person, 'registrar.import') === 'yes' && <ImportForm problem={one('problem')} />}
        <ImportsTable imports={found.imports} zone={await viewerZone()} newest={one('import')} />
      </section>
    </div>
  )
}

function hrefOf({ text, status }: RegistrarFilter, page: number): string {
  const query = new URLSearchParams({
    ...(text && { q: text }),
    ...(status && { status }),
    page: String(page),
  })
  return `/admin/registrars?${query}`
}
