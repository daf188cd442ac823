import Link from 'next/link'
import { PasskeyButton } from '@/components/passkeys/passkey-button'
import { When } from '@/components/time/when'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { TableFrame } from '@/components/ui/table'
import { TextInput } from '@/components/ui/text-input'
import { ownPasskeys } from '@/domain/passkeys/queries'
import type { Person } from '@/lib/access/actor'
import { viewerZone } from '@/lib/time/viewer-zone'
import { addPasskeyHere, removeOnePasskey } from '../actions'

/** One's passkeys, the way to another, and what they are for. */
export async function Passkeys({ person }: { person: Person }) {
  const held = (await ownPasskeys(person, undefined)) ?? []
  return (
    <section className="stack" id="passkeys">
      <h2 className="text-26">Passkeys</h2>
      <p className="soft">
        A passkey is kept by your device or password manager and shown with a finger, your face or a PIN. It
        signs you in without password and code, only ever on this site: nobody can talk you out of it. The app
        and the recovery codes stay as another way in.
      </p>
      {/* The form stays when the last key is gone: it says so. */}
      <Form action={removeOnePasskey} className="stack">
        {held.length > 0 && <Held held={held} zone={await viewerZone()} />}
      </Form>
      {!person.freshFactor && (
        <p>
          <Link href="/account/second-factor?again=1&next=/account/second-factor" prefetch={false}>
            Confirm that it is you
          </Link>{' '}
          before you add or remove one.
        </p>
      )}
      <Form action={addPasskeyHere} className="form needs-script">
        <TextInput
          name="name"
          label="A name for this passkey"
          hint="Where it lives, such as “Work laptop”."
          maxLength={60}
          autoComplete="off"
          required
          short
        />
        <PasskeyButton optionsAt="/account/second-factor/passkey?for=add" make busy="Waiting for your device">
          Add a passkey
        </PasskeyButton>
      </Form>
    </section>
  )
}

function Held({ held, zone }: { held: NonNullable<Awaited<ReturnType<typeof ownPasskeys>>>; zone: string }) {
  return (
    <TableFrame label="Your passkeys">
      <table className="tbl cards">
        <caption className="sr-only">Your passkeys, the oldest first</caption>
        <thead>
          <tr>
            <th>Name</th>
            <th>Added</th>
            <th>Last used</th>
            <th>
              <span className="sr-only">Remove</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {held.map(({ id, name, createdAt, lastUsedAt }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td className="num" data-label="Added">
                <When at={createdAt} zone={zone} />
              </td>
              <td className="num" data-label="Last used">
                {lastUsedAt ? <When at={lastUsedAt} zone={zone} /> : 'Not yet'}
              </td>
              <td className="n">
                <SubmitButton variant="default" size="s" name="passkeyId" value={id}>
                  Remove
                  <span className="sr-only"> {name}</span>
                </SubmitButton>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}
