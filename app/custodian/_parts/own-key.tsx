import { When } from '@/components/time/when'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import type { Custodian } from '@/domain/sealing/current-custodians'
import { register } from '../actions'
import { MakeKey } from './make-key'

/** The public half of the custodian’s own key: what is registered, and how to register one. */
export function OwnKey({ own, zone }: { own: Custodian | undefined; zone: string }) {
  return (
    <>
      {own?.recipient ? (
        <p>
          Registered <When at={own.registeredAt ?? ''} zone={zone} /> for {own.employer}. A new key takes its
          place for the ceremonies to come; keep the old one for the shares you hold.
        </p>
      ) : (
        <p>You have not registered a key. Without one no share can be wrapped to you.</p>
      )}
      <details open={!own?.recipient}>
        <summary>{own?.recipient ? 'Register another key' : 'Register your key'}</summary>
        <Form action={register}>
          <p>
            Make a key with <code className="mono">age-keygen -pq</code> (age 1.3 or later), or here in your
            browser. Keep the file, print it, and put the print in a sealed envelope: without it your share is
            lost.
          </p>
          <MakeKey />
          <TextInput
            name="employer"
            label="Who employs you"
            hint="It is shown to officers and in the record."
            maxLength={120}
            defaultValue={own?.employer ?? ''}
            required
          />
          <SubmitButton>Register this key</SubmitButton>
        </Form>
      </details>
    </>
  )
}
