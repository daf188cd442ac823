import { decodeAttestationObject, isoCBOR } from '@simplewebauthn/server/helpers'
import { z } from 'zod'
import { refuse } from '@/lib/errors'
import { type ChallengePurpose, challengeHolds } from './challenge'

/** What the browser hands over as JSON text (WebAuthn's `toJSON`): some hundred bytes, attestations a few thousand. */
export const PasskeyAnswer = z.string().max(20_000, 'This is no answer of a passkey.')

const Encoded = z.string().regex(/^[\w-]*$/)
const Base = z.object({
  /** At most 1,023 bytes (WebAuthn §5.8.3). */
  id: Encoded.min(1).max(1364),
  rawId: Encoded,
  type: z.literal('public-key'),
  clientExtensionResults: z.looseObject({}).default({}),
})

const Registration = Base.extend({
  response: z.object({
    clientDataJSON: Encoded,
    attestationObject: Encoded.transform(withoutStatement),
    transports: z
      .array(z.string().regex(/^[a-z-]{1,20}$/))
      .max(10)
      .default([]),
  }),
})

const Assertion = Base.extend({
  response: z.object({
    clientDataJSON: Encoded,
    authenticatorData: Encoded,
    signature: Encoded,
    userHandle: Encoded.optional(),
  }),
})

/** Of our own page alone: no other site has us in a frame (WebAuthn §7.1 and §7.2). */
const ClientData = z.object({
  challenge: z.string(),
  crossOrigin: z.literal(false).optional(),
  topOrigin: z.undefined().optional(),
})

/** A new passkey as the browser tells of it. Refuses `passkey.refused`. */
export const readRegistration = (text: string) => shaped(Registration, text)

/** A signature of a passkey as the browser tells of it. Refuses `passkey.refused`. */
export const readAssertion = (text: string) => shaped(Assertion, text)

/** The challenge that was answered, when it is one of ours for this purpose and session. Refuses `passkey.expired`. */
export function challengeOf(
  answer: { response: { clientDataJSON: string } },
  purpose: ChallengePurpose,
  session: string,
  at: Date,
): string {
  const text = Buffer.from(answer.response.clientDataJSON, 'base64url').toString()
  const { challenge } = shaped(ClientData, text)
  if (!challengeHolds(challenge, purpose, session, at)) throw refuse('passkey.expired')
  return challenge
}

/**
 * The same without the statement of who built the authenticator. We never ask for one, and checking it would fetch the
 * addresses that its certificates name: anybody could have this server call whatever it can reach.
 */
function withoutStatement(attestationObject: string): string {
  const made = decodeAttestationObject(new Uint8Array(Buffer.from(attestationObject, 'base64url')))
  const kept = new Map<string, string | Uint8Array | Map<string, string>>([
    ['fmt', 'none'],
    ['attStmt', new Map<string, string>()],
    ['authData', made.get('authData')],
  ])
  return Buffer.from(isoCBOR.encode(kept)).toString('base64url')
}

function shaped<S extends z.ZodType>(schema: S, text: string): z.infer<S> {
  try {
    return schema.parse(JSON.parse(text))
  } catch {
    throw refuse('passkey.refused')
  }
}
