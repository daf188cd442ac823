import { When } from '@/components/time/when'
import { Form } from '@/components/ui/form'
import { SectionHead } from '@/components/ui/section-head'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import type { registrarForOfficers } from '@/domain/registrars/officer-queries'
import { canSponsor } from '@/domain/registrars/rules'
import { invite, takeBack } from '../actions'

type Registrar = NonNullable<Awaited<ReturnType<typeof registrarForOfficers>>>

/** Who acts for a registrar, who is invited to, and the form that invites one more (R4.2). */
export function RegistrarPeople({
  registrar,
  zone,
  mayInvite,
}: {
  registrar: Registrar
  zone: string
  mayInvite: boolean
}) {
  const { ianaId, people, invited } = registrar
  return (
    <section className="stack" aria-labelledby="people">
      <SectionHead title="People who act for it" id="people" minor />
      {people.length === 0 && (
        <p className="soft">
          Nobody yet. Without a person the registrar answers by mailed links only, and nobody can take over a
          token.
        </p>
      )}
      <ul className="announcements mt-0 border-t-0">
        {people.map(({ userId, name, email, since }) => (
          <li key={userId} className="row between">
            <span>
              {name} <span className="muted">{email}</span>
            </span>
            <span className="muted">
              Since <When at={since} zone={zone} />
            </span>
          </li>
        ))}
        {invited.map(({ id, email, expiresAt }) => (
          <li key={id} className="row between">
            <span>
              {email}{' '}
              <span className="muted">
                invited until <When at={expiresAt} zone={zone} />
              </span>
            </span>
            {mayInvite && (
              <Form action={takeBack} className="inline">
                <input type="hidden" name="invitationId" value={id} />
                <SubmitButton variant="quiet" size="s" busy="Taking back">
                  Take back<span className="sr-only"> the invitation of {email}</span>
                </SubmitButton>
              </Form>
            )}
          </li>
        ))}
      </ul>
      {mayInvite && canSponsor(registrar) && (
        <Form action={invite}>
          <input type="hidden" name="ianaId" value={ianaId} />
          <TextInput
            name="email"
            label="Invite a person"
            hint="They get a link that works once, within seven days, with an account of this address. What they do for the registrar is theirs to answer for, so make sure that it is who they say."
            type="email"
            autoComplete="off"
            maxLength={254}
          />
          <div className="actions">
            <SubmitButton variant="default">Send the invitation</SubmitButton>
          </div>
        </Form>
      )}
    </section>
  )
}
