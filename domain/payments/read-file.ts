import { z } from 'zod'
import { bankFiles } from '@/db/schema/settlement'
import { refuse } from '@/lib/errors'
import { sha256Hex } from '@/lib/hash'
import { newId } from '@/lib/ids'
import { operation } from '@/lib/operation'
import { readStatement } from './statements/read-statement'

/**
 * Keeps a bank file as it came, so that it can be looked at before it counts (R10.2). The same bytes are taken once.
 * Refuses: payment.file-unreadable, payment.file-known.
 */
export const readBankFile = operation('payment.read-file', {
  input: z.strictObject({
    fileName: z.string().max(200),
    /** The bytes in base 64. */
    content: z.base64('Send the file in base 64.'),
  }),
  subject: async (_tx, { content }) => ({ bytes: new Uint8Array(Buffer.from(content, 'base64')) }),
  check({ subject: { bytes } }) {
    if (!readStatement(bytes)) throw refuse('payment.file-unreadable')
  },
  async run({ tx, actor, at, input, subject: { bytes } }) {
    if (actor.kind !== 'person') throw refuse('access.denied')
    const sha256 = sha256Hex(bytes)
    const bankFileId = newId('bnf', at)
    await tx.insert(bankFiles).values({
      ...{ id: bankFileId, sha256, fileName: input.fileName, content: bytes },
      ...{ readBy: actor.userId, readAt: at },
    })
    return { result: { bankFileId }, audit: { object: bankFileId, facts: { sha256 } } }
  },
})
