import { z } from 'zod'
import { joinZone } from '@/domain/qpi-inputs/join-zone'
import { InputRefused } from '../input-refused'

export const ZoneInput = z.strictObject({
  /** Path of the zone file, one record a line. */
  zone: z.string().min(1, 'Name the zone file.'),
  /** Path of the registry’s file `domain,iana-id`. */
  portfolio: z.string().min(1, 'Name the file of domains and registrars.'),
})

/** What the two files say by registrar, and the same as the CSV that the portal reads as DNSSEC (R15.3). */
export async function joinFiles({ zone, portfolio }: z.infer<typeof ZoneInput>) {
  try {
    const joined = await joinZone(zone, portfolio)
    const rows = joined.registrars.map(({ ianaId, signed, domains }) => `${ianaId},${signed},${domains}`)
    return { ...joined, csv: ['iana-id,signed,domains', ...rows].join('\n') }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (error instanceof RangeError) throw new InputRefused('zone.endless-line', message)
    if (code !== 'ENOENT' && code !== 'EISDIR' && code !== 'EACCES') throw error
    throw new InputRefused('input.unreadable', `A file cannot be read: ${message}`)
  }
}
