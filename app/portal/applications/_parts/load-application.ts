import { notFound } from 'next/navigation'
import { cache } from 'react'
import { requirePerson } from '@/app/require-person'
import { applicationHome } from '@/domain/applications/queries'

/** The application of this address for the signed-in person; asked once for page, title and side column together. */
export const loadApplication = cache(async (applicationId: string) => {
  const person = await requirePerson()
  const home = await applicationHome(person, { applicationId })
  if (!home) notFound()
  return { person, ...home }
})
