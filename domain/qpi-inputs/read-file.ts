import { gzipSync } from 'node:zlib'
import { z } from 'zod'
import { qpiFileKinds, qpiFiles, qpiTakeOvers } from '@/db/schema/qpi'
import { Month } from '@/domain/qpi/model'
import { monthBounds } from '@/domain/qpi/months'
import { refuse } from '@/lib/errors'
import { sha256Hex } from '@/lib/hash'
import { newId } from '@/lib/ids'
import { operation } from '@/lib/operation'
import { keepRows } from './keep-rows'
import { countsBySource, monthOfName } from './kinds'
import { readInputFile } from './read-input'

const Input = z
  .strictObject({
    kind: z.enum(qpiFileKinds, 'Choose what the file is.'),
    source: z
      .string()
      .trim()
      .toLowerCase()
      .regex(
        /^[a-z0-9][a-z0-9. -]{0,59}$/,
        'Say where the file comes from, in letters, digits, dots and hyphens.',
      ),
    /** Empty: as the file’s name says. */
    period: z.union([z.literal(''), Month]),
    fileName: z.string().trim().min(1, 'Name the file.').max(200),
    content: z.base64('Send the file in base 64.'),
  })
  .transform(({ period, ...rest }, context) => {
    const month = period || monthOfName(rest.fileName)
    if (month) return { ...rest, period: month }
    context.addIssue({
      code: 'custom',
      path: ['period'],
      message: 'Say which month; the file’s name does not.',
    })
    return z.NEVER
  })

/**
 * Keeps a file of a month as it came, with its hash, its rows and what could not be read (R15.3). It counts at once where
 * nothing counted before; where another does, it waits until somebody has seen the difference. The same bytes are taken
 * once. Refuses: qpi-file.unreadable, qpi-file.known, qpi-file.month-not-over.
 */
export const readFile = operation('qpi-file.read', {
  input: Input,
  async subject(_tx, { kind, content, period }) {
    const bytes = new Uint8Array(Buffer.from(content, 'base64'))
    return { bytes, read: readInputFile(kind, period, bytes) }
  },
  check({ at, input, subject: { read } }) {
    if (monthBounds(input.period).to > at) throw refuse('qpi-file.month-not-over', { month: input.period })
    const rows = read && read.rows.length + read.listings.length + read.holders.length
    if (!rows && !(read && countsBySource(input.kind)))
      throw refuse(
        'qpi-file.unreadable',
        {},
        { file: read?.errors[0]?.message ?? 'No line names the columns.' },
      )
  },
  async run({ tx, actor, at, input, subject: { bytes, read } }) {
    if (!read) throw refuse('qpi-file.unreadable')
    const by = actor.kind === 'person' ? actor.userId : null
    const fileId = newId('qfl', at)
    const { kind, source, period, fileName } = input
    const sha256 = sha256Hex(bytes)
    const rowCount = read.rows.length + read.listings.length + read.holders.length
    const [kept] = await tx
      .insert(qpiFiles)
      .values({
        ...{ id: fileId, kind, source, period, fileName, sha256, size: bytes.length, rowCount },
        ...{ content: gzipSync(bytes), errors: read.errors, totals: read.totals, readBy: by, readAt: at },
      })
      .returning({ place: qpiFiles.place })
    await keepRows(tx, fileId, read)
    // Number 1 is there once: where another file counts already, or begins to at this moment, this one waits.
    const first = { id: newId('qto', at), fileId, place: kept!.place, number: 1, takenBy: by, takenAt: at }
    const { place, number } = qpiTakeOvers
    const taken = await tx
      .insert(qpiTakeOvers)
      .values(first)
      .onConflictDoNothing({ target: [place, number] })
      .returning({ number })
    const counts = { rows: rowCount, errors: read.errors.length, takenOver: taken.length > 0 }
    return {
      result: { fileId, period, ...counts },
      audit: { object: fileId, facts: { kind, source, period, sha256, ...counts } },
    }
  },
})
