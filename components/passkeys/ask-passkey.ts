import {
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
  WebAuthnError,
} from '@simplewebauthn/browser'

/** `make`: a new passkey is wanted instead of a signature of one that there is. */
export type Ask = { optionsAt: string; make?: boolean }

export type Told = { answer: string } | { problem: string }

/** Asks the browser for a passkey: our question first, then the person's finger, face or PIN. Never throws. */
export async function askPasskey({ optionsAt, make }: Ask): Promise<Told> {
  const response = await fetch(optionsAt, { cache: 'no-store' }).catch(() => undefined)
  const optionsJSON: unknown = await response?.json().catch(() => undefined)
  if (!response?.ok || !optionsJSON) return { problem: refusalIn(optionsJSON) ?? NO_ANSWER }
  try {
    const answer = make
      ? await startRegistration({ optionsJSON: optionsJSON as PublicKeyCredentialCreationOptionsJSON })
      : await startAuthentication({ optionsJSON: optionsJSON as PublicKeyCredentialRequestOptionsJSON })
    return { answer: JSON.stringify(answer) }
  } catch (error) {
    return { problem: problemOf(error) }
  }
}

const NO_ANSWER = 'The portal did not answer. Try again in a moment.'

/** The sentence of a refusal, such as of a session that has ended. */
function refusalIn(told: unknown): string | undefined {
  return (told as { error?: { message?: string } } | undefined)?.error?.message
}

function problemOf(error: unknown): string {
  if (error instanceof WebAuthnError && error.code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED')
    return 'This device has a passkey of your account already.'
  if (error instanceof Error && error.name === 'NotAllowedError')
    return 'No passkey was used: it was cancelled, took too long, or this device has none for this site.'
  return 'This browser cannot use passkeys here. Your password and a code work everywhere.'
}
