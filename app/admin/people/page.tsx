import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requirePerson } from '@/app/require-person'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Pager } from '@/components/ui/pager'
import { Select } from '@/components/ui/select'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { allRoles, roleWords } from '@/domain/roles/rules'
import { listPeople } from '@/domain/users/queries'
import { PeopleTable } from './_parts/people-table'

export const metadata: Metadata = { title: 'People' }

export default async function PeoplePage({ searchParams }: PageProps<'/admin/people'>) {
  const person = await requirePerson()
  const asked = await searchParams
  const search = String(asked.search ?? '').slice(0, 100)
  const role = allRoles.find((each) => each === asked.role) ?? ''
  const page = Math.max(1, Math.min(10_000, Math.floor(Number(asked.page)) || 1))
  const found = await listPeople(person, { search, role, page })
  if (!found) notFound()
  const href = (to: number) => `/admin/people?${new URLSearchParams({ search, role, page: String(to) })}`
  return (
    <div className="wrap page space-y-6">
      <header className="space-y-3">
        <h1>People</h1>
        <p className="lede">
          {found.total === 1 ? '1 person' : `${found.total.toLocaleString('en')} people`}. Roles are granted
          by two and end at once.
        </p>
      </header>
      <form action="/admin/people" className="row items-end">
        <TextInput name="search" label="Name or address" defaultValue={search} type="search" />
        <Select
          name="role"
          label="Role"
          blank="Any"
          defaultValue={role}
          options={allRoles.map((value) => ({ value, label: roleWords[value] }))}
        />
        <SubmitButton variant="default" icon="search">
          Show
        </SubmitButton>
      </form>
      {found.rows.length === 0 ? (
        <EmptyState
          title="Nobody fits"
          sorts={false}
          action={<Button href="/admin/people">Show everyone</Button>}
        />
      ) : (
        <PeopleTable people={found.rows} />
      )}
      <Pager page={page} pages={found.pages} href={href} />
    </div>
  )
}
