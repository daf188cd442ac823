import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requirePerson } from '@/app/require-person'
import { BackLink } from '@/components/ui/breadcrumb'
import { Button } from '@/components/ui/button'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { roleWords } from '@/domain/roles/rules'
import { readPerson } from '@/domain/users/queries'
import { may } from '@/lib/access/policy'
import { endRole } from '../../../actions'

export const metadata: Metadata = { title: 'End a role' }

export default async function EndRolePage({ params }: PageProps<'/admin/people/[userId]/roles/[roleId]'>) {
  const viewer = await requirePerson()
  const { userId, roleId } = await params
  const found = may(viewer, 'role.revoke') === 'yes' ? await readPerson(viewer, userId) : undefined
  const held = found?.roles.find(({ id, revokedAt }) => id === roleId && !revokedAt)
  if (!found || !held) notFound()
  const back = `/admin/people/${userId}`
  return (
    <div className="wrap page space-y-6">
      <BackLink href={back}>{found.person.name}</BackLink>
      <h1>End the role of {roleWords[held.role].toLowerCase()}</h1>
      <p className="lede">
        {found.person.name} loses it at the next request, and every session ends. Granting it again takes two
        people.
      </p>
      <Form action={endRole}>
        <input type="hidden" name="roleId" value={roleId} />
        <input type="hidden" name="userId" value={userId} />
        <TextArea name="reason" label="Why" hint="Kept in the audit log." rows={3} />
        <div className="actions">
          <SubmitButton variant="danger">End the role now</SubmitButton>
          <Button href={back}>Keep it</Button>
        </div>
      </Form>
    </div>
  )
}
