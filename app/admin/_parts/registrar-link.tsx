import Link from 'next/link'
import type { ReactNode } from 'react'
import { currentActor } from '@/lib/access/current-actor'
import { mayRead } from '@/lib/access/policy'

/** The way to a registrar, for those who may read its page; the words alone for others. */
export async function RegistrarLink({ ianaId, children }: { ianaId: number; children: ReactNode }) {
  if (mayRead(await currentActor(), 'labels.manage') !== 'yes') return children
  return (
    <Link href={`/admin/registrars/${ianaId}`} prefetch={false}>
      {children}
    </Link>
  )
}
