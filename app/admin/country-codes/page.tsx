import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { requirePerson } from '@/app/require-person'
import { LabelName } from '@/components/labels/label-name'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { EmptyState } from '@/components/ui/empty-state'
import { Form } from '@/components/ui/form'
import { Notice } from '@/components/ui/notice'
import { SectionHead } from '@/components/ui/section-head'
import { SubmitButton } from '@/components/ui/submit-button'
import { countryCodesForOfficers } from '@/domain/labels/officer-queries'
import { may } from '@/lib/access/policy'
import { compareWithLists } from '../labels/actions'
import { Categories } from './_parts/categories'

export const metadata: Metadata = { title: 'Country codes' }

export default async function CountryCodesPage({ searchParams }: PageProps<'/admin/country-codes'>) {
  const person = await requirePerson()
  const found = await countryCodesForOfficers(person, undefined)
  if (!found) notFound()
  const { compared, flagged: asked } = await searchParams
  const newly = String(asked ?? '')
    .split('.')
    .filter((label) => found.flagged.some((row) => row.label === label))
  return (
    <div className="wrap page space-y-10">
      <header>
        <Breadcrumb items={[{ text: 'Names', href: '/admin/labels' }, { text: 'Country codes' }]} />
        <h1>Country codes</h1>
        <p className="lede">
          Every two-letter name has a category of ISO 3166-1 and, separately, may be a country-code domain in
          the root. A decision is judged by the lists of its day (R1.3).
        </p>
      </header>
      {compared && (
        <Notice
          tone={newly.length > 0 ? 'warn' : 'good'}
          title={newly.length > 0 ? `Newly flagged: ${newly.join(', ')}` : 'No released name has changed'}
        />
      )}
      <div className="two">
        <Categories found={found} />
        <section aria-labelledby="lists">
          <SectionHead title="Lists" id="lists" minor />
          <ul className="stack mt-4 [--gap:.8rem]">
            {found.lists.map((list) => (
              <li key={list.id}>
                <b>{list.name}</b>
                <br />
                <span className="small muted">
                  {list.source}. As of {list.asOf}.
                </span>
              </li>
            ))}
          </ul>
        </section>
      </div>
      <section aria-labelledby="flagged">
        <SectionHead title="Flagged names" id="flagged">
          {may(person, 'label.flag-changed') === 'yes' && (
            <Form action={compareWithLists} className="">
              <SubmitButton variant="default" size="s" icon="refresh-cw" busy="Comparing">
                Compare released names with the lists
              </SubmitButton>
            </Form>
          )}
        </SectionHead>
        {found.flagged.length === 0 ? (
          <EmptyState title="No name is flagged" sorts={false} />
        ) : (
          <ul className="row mt-4">
            {found.flagged.map((row) => (
              <li key={row.label}>
                <Link href={`/admin/labels/${row.label}`} prefetch={false}>
                  <LabelName label={row.label} />
                </Link>
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  )
}
