import { eq } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { registrars } from '@/db/schema/applications'
import { isReservedId } from '@/domain/registrars/rules'
import { refuse } from '@/lib/errors'

/**
 * The registrar, when it can sponsor today (R4.2). `field` is the input that named it.
 * Refuses: registrar.unknown, registrar.reserved-id, registrar.not-accredited.
 */
export async function requireSponsor(db: Reader, ianaId: number, field: string) {
  if (isReservedId(ianaId))
    throw refuse('registrar.reserved-id', {}, { [field]: 'Choose another registrar.' })
  const [registrar] = await db.select().from(registrars).where(eq(registrars.ianaId, ianaId))
  if (!registrar) throw refuse('registrar.unknown', {}, { [field]: 'Choose a registrar from the list.' })
  if (registrar.status !== 'Accredited')
    throw refuse(
      'registrar.not-accredited',
      { name: registrar.name },
      { [field]: 'Choose another registrar.' },
    )
  return registrar
}
