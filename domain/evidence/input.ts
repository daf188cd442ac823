import { z } from 'zod'
import { proofKinds } from '@/db/schema/build-out'
import { KeptFile } from '@/domain/files/keep-file'

const HOST = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/

/** The host of what was typed: `q7.org`, or a web address of it. Undefined when it is none. */
export function hostOf(typed: string): string | undefined {
  const url = URL.parse(/^https?:\/\//i.test(typed) ? typed : `https://${typed}`)
  const host = url?.hostname.replace(/\.$/, '') ?? ''
  return HOST.test(host) ? host : undefined
}

/** The web address that was typed, in its plain form; without a scheme it is https. */
export function addressOf(typed: string): string | undefined {
  const url = URL.parse(/^[a-z]+:/i.test(typed) ? typed : `https://${typed}`)
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.username || url.password) return undefined
  return hostOf(url.href) && url.port === '' ? url.href : undefined
}

/** A piece of evidence: an address for what is looked at, a stored file for a document. */
export const SubmittedEvidence = z
  .strictObject({
    commitmentId: z.string().min(1).max(40),
    kind: z.enum(proofKinds, { error: 'Choose a kind of proof.' }),
    target: z.string().trim().max(2000, 'Use at most 2,000 characters.').default(''),
    note: z.string().trim().max(1000, 'Use at most 1,000 characters.').default(''),
    file: KeptFile.optional(),
  })
  .transform((given, context) => {
    if (given.kind === 'file') {
      if (!given.file) context.addIssue({ code: 'custom', path: ['file'], message: 'Choose a file.' })
      return { ...given, target: '' }
    }
    const target = given.kind === 'url' ? addressOf(given.target) : hostOf(given.target)
    if (!target || given.file)
      context.addIssue({
        code: 'custom',
        path: ['target'],
        message:
          given.kind === 'url'
            ? 'Enter a web address such as https://q7.org/rivers.'
            : 'Enter a name such as q7.org.',
      })
    return { ...given, target: target ?? '' }
  })
