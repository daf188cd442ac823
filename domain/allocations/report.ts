import { z } from 'zod'

/**
 * What the registry’s system reports (R11.2), as JSON: `type`, `timestamp` of the event, `data`. Tokens are named by the
 * SHA-256 of their text, in hex, so that no report holds one.
 */
const Data = z.object({
  name: z.string().regex(/^[!-~]{1,253}$/),
  registrarIanaId: z.number().int().positive().max(2_147_483_647),
  allocationTokenSha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/i)
    .optional(),
  eppResultCode: z.number().int().min(1000).max(2599).optional(),
})

const Message = z.object({
  type: z.string().regex(/^[ -~]{1,100}$/),
  timestamp: z.iso.datetime({ offset: true }),
  data: z.unknown().optional(),
})

const kinds = ['domain.created', 'domain.create_failed', 'domain.registrant_changed'] as const

export type Report = {
  kind: (typeof kinds)[number]
  at: Date
  name: string
  registrarIanaId: number
  tokenHash: string | undefined
  resultCode: number | undefined
}

/** The report in a body; `other` with its kind when it is of another kind; undefined when it cannot be read. */
export function readReport(body: string): Report | { kind: 'other'; type: string } | undefined {
  let json: unknown
  try {
    json = JSON.parse(body)
  } catch {
    return undefined
  }
  const message = Message.safeParse(json)
  if (!message.success) return undefined
  const { type, timestamp } = message.data
  const kind = kinds.find((each) => each === type)
  if (!kind) return { kind: 'other', type }
  const data = Data.safeParse(message.data.data)
  if (!data.success) return undefined
  const { name, registrarIanaId, allocationTokenSha256, eppResultCode } = data.data
  return {
    kind,
    at: new Date(timestamp),
    name: name.toLowerCase().replace(/\.$/, ''),
    registrarIanaId,
    tokenHash: allocationTokenSha256?.toLowerCase(),
    resultCode: eppResultCode,
  }
}
