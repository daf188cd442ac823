import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Form } from '@/components/ui/form'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { hasStandIn } from '@/domain/allocations/stand-in-registry'
import { currentActor } from '@/lib/access/current-actor'
import { RegistryAnswer } from './_parts/registry-answer'
import { sendCommand } from './actions'

export const metadata: Metadata = { title: 'Stand-in registry', robots: { index: false } }

/** The registry of the demo world (R11.2): a newcomer redeems a token here. Elsewhere there is no such page. */
export default async function StandInPage() {
  if (!hasStandIn()) notFound()
  const actor = await currentActor()
  const isRegistrar = actor.kind === 'person' && actor.registrarIanaId !== null
  return (
    <div className="wrap page space-y-6 max-w-[52rem]">
      <h1>Stand-in registry</h1>
      <p className="lede">
        This is a demonstration. It takes the place of the .org registry: what you send is created here and
        nowhere else, and reported to the portal as the real registry would.
      </p>
      {isRegistrar ? (
        <Form action={sendCommand}>
          <RegistryAnswer />
          <TextArea
            name="command"
            label="EPP command"
            hint={`A domain:create with its allocation token, or a domain:update with another registrant. You are connected as IANA id ${actor.registrarIanaId}.`}
            rows={14}
            spellCheck={false}
            autoComplete="off"
          />
          <div className="actions">
            <SubmitButton>Send the command</SubmitButton>
          </div>
        </Form>
      ) : (
        <Notice title="Registrars send commands here">
          Sign in as René Registrar to try it: the command and its token stand with each paid name.
        </Notice>
      )}
    </div>
  )
}
