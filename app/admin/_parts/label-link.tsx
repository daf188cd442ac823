import Link from 'next/link'
import type { ReactNode } from 'react'
import { currentActor } from '@/lib/access/current-actor'
import { mayRead } from '@/lib/access/policy'

/** The way to a name: to its page for officers, and to the public one for those who may not read that. */
export async function LabelLink({ label, children }: { label: string; children: ReactNode }) {
  const manages = mayRead(await currentActor(), 'labels.manage') === 'yes'
  return (
    <Link href={`${manages ? '/admin' : ''}/labels/${label}`} prefetch={false}>
      {children}
    </Link>
  )
}
