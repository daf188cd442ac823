import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import { isoCBOR } from '@simplewebauthn/server/helpers'
import { relyingParty } from '@/domain/passkeys/relying-party'

const PRESENT = 0x01
const VERIFIED = 0x04
const HAS_KEY = 0x40

type Options = { challenge: string }
type Twist = {
  origin?: string
  rpId?: string
  verified?: boolean
  counter?: number
  userHandle?: string | null
  crossOrigin?: boolean
  /** Who built it: the format of a statement and what it says. */
  statement?: [format: string, says: Map<string, unknown>]
}

/**
 * An authenticator in software, as a browser would answer for it: one ES256 key for this site, attestation `none`
 * (WebAuthn §6.1, §6.5). A twist makes an answer wrong in one thing.
 * @param idBytes how long the key's id is
 */
export function makeAuthenticator(userId: string, idBytes = 16) {
  const id = randomBytes(idBytes)
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return {
    /** The answer to a question for a new passkey. */
    make(options: Options, twist: Twist = {}): string {
      const length = Buffer.from([id.length >> 8, id.length & 255])
      const attested = Buffer.concat([Buffer.alloc(16), length, id, coseKey(publicKey)])
      const authData = Buffer.concat([stateOf({ flags: HAS_KEY, counter: 0, ...twist }), attested])
      const [format, says] = twist.statement ?? ['none', new Map()]
      const attestation = new Map<string, unknown>([
        ['fmt', format],
        ['attStmt', says],
        ['authData', new Uint8Array(authData)],
      ])
      return toJson({
        clientDataJSON: clientData('webauthn.create', options, twist),
        attestationObject: base64url(isoCBOR.encode(attestation as Parameters<typeof isoCBOR.encode>[0])),
        transports: ['internal'],
      })
    },
    /** The answer to a question for a signature. */
    sign(options: Options, twist: Twist = {}): string {
      const authData = stateOf({ flags: 0, counter: 1, ...twist })
      const client = clientData('webauthn.get', options, twist)
      const clientHash = createHash('sha256').update(Buffer.from(client, 'base64url')).digest()
      return toJson({
        clientDataJSON: client,
        authenticatorData: base64url(authData),
        signature: base64url(sign('sha256', Buffer.concat([authData, clientHash]), privateKey)),
        ...(twist.userHandle === null
          ? {}
          : { userHandle: base64url(Buffer.from(twist.userHandle ?? userId)) }),
      })
    },
  }

  function toJson(response: object): string {
    const named = base64url(id)
    return JSON.stringify({
      ...{ id: named, rawId: named, type: 'public-key', clientExtensionResults: {} },
      response,
    })
  }
}

function stateOf({
  flags,
  counter = 0,
  rpId = relyingParty().id,
  verified = true,
}: Twist & { flags: number }) {
  const count = Buffer.alloc(4)
  count.writeUInt32BE(counter)
  const seen = PRESENT | (verified ? VERIFIED : 0)
  return Buffer.concat([createHash('sha256').update(rpId).digest(), Buffer.from([flags | seen]), count])
}

function clientData(type: string, { challenge }: Options, twist: Twist): string {
  const { origin = relyingParty().origin, crossOrigin = false } = twist
  return base64url(Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin })))
}

/** COSE_Key of an ES256 public key (RFC 9053): kty EC2, alg -7, crv P-256, x, y. */
function coseKey(key: KeyObject): Uint8Array {
  const { x, y } = key.export({ format: 'jwk' })
  const coordinate = (part: string | undefined) => new Uint8Array(Buffer.from(part ?? '', 'base64url'))
  return isoCBOR.encode(
    new Map<number, number | Uint8Array>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, coordinate(x)],
      [-3, coordinate(y)],
    ]),
  )
}

const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')
