import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requirePerson } from '@/app/require-person'
import { When } from '@/components/time/when'
import { BackLink } from '@/components/ui/breadcrumb'
import { DefinitionList } from '@/components/ui/definition-list'
import { Notice } from '@/components/ui/notice'
import { SectionHead } from '@/components/ui/section-head'
import { readPerson } from '@/domain/users/queries'
import { currentActor } from '@/lib/access/current-actor'
import { may } from '@/lib/access/policy'
import { viewerZone } from '@/lib/time/viewer-zone'
import { AccountMark } from '../_parts/people-table'
import { AccountSwitch } from './_parts/account-switch'
import { EraseAccount } from './_parts/erase-account'
import { GrantForm } from './_parts/grant-form'
import { HeldRoles } from './_parts/held-roles'

type Props = PageProps<'/admin/people/[userId]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await readPerson(await currentActor(), (await params).userId)
  return { title: found?.person.name ?? 'Not found' }
}

export default async function PersonPage({ params }: Props) {
  const viewer = await requirePerson()
  const found = await readPerson(viewer, (await params).userId)
  if (!found) notFound()
  const { person, roles, memberships, openSessions } = found
  const zone = await viewerZone()
  const mayChange = may(viewer, 'role.revoke') === 'yes' && viewer.userId !== person.id
  return (
    <div className="wrap page space-y-10">
      <header className="stack">
        <BackLink href="/admin/people">People</BackLink>
        <h1>{person.name}</h1>
      </header>
      <div className="aside">
        <section className="space-y-6">
          <SectionHead title="Roles" />
          <HeldRoles userId={person.id} roles={roles} zone={zone} mayChange={mayChange} />
          {mayChange && person.status === 'active' && <GrantForm userId={person.id} />}
        </section>
        <section className="space-y-6">
          <SectionHead title="Account" minor />
          <DefinitionList
            items={[
              { term: 'E-mail', value: <span className="brk">{person.email}</span> },
              {
                term: 'State',
                value: (
                  <AccountMark
                    status={person.status}
                    verified={person.emailVerifiedAt !== null}
                    secondFactor={person.totpConfirmedAt !== null}
                  />
                ),
              },
              { term: 'Created', value: <When at={person.createdAt} zone={zone} /> },
              { term: 'Open sessions', value: openSessions },
              { term: 'In the log as', value: <span className="mono small brk">{person.pseudonym}</span> },
              {
                term: 'Acts for',
                value:
                  memberships.map((each) => `${each.organisation} (${each.role})`).join(', ') || 'Nobody',
              },
            ]}
          />
          {person.erasedAt && (
            <Notice title="This account was erased">
              <When at={person.erasedAt} zone={zone} />. Nothing leads from its pseudonym to anyone.
            </Notice>
          )}
          {mayChange && !person.erasedAt && (
            <>
              <AccountSwitch userId={person.id} status={person.status} />
              <EraseAccount userId={person.id} />
            </>
          )}
        </section>
      </div>
    </div>
  )
}
