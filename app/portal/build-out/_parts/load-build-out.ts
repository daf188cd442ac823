import { notFound } from 'next/navigation'
import { cache } from 'react'
import { requirePerson } from '@/app/require-person'
import { ownBuildOut } from '@/domain/commitments/queries'

/** The build-out of this address for the signed-in person; asked once for page and title together. */
export const loadBuildOut = cache(async (awardId: string) => {
  const found = await ownBuildOut(await requirePerson(), { awardId })
  if (!found) notFound()
  return found
})
