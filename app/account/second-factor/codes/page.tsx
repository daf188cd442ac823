import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { requirePerson } from '@/app/require-person'
import { Button } from '@/components/ui/button'
import { sameSitePath } from '@/lib/same-site-path'
import { freshCodes } from '../second-factor'

export const metadata: Metadata = { title: 'Recovery codes' }

export default async function CodesPage({ searchParams }: PageProps<'/account/second-factor/codes'>) {
  await requirePerson({ account: true })
  const codes = await freshCodes()
  if (codes.length === 0) redirect('/account/second-factor')
  const next = sameSitePath((await searchParams).next)
  return (
    <section className="space-y-6">
      <h2>Keep your recovery codes</h2>
      <p className="soft">
        Each lets you in once when you do not have the app. Print them or write them down and keep them away
        from your password. They are shown for ten minutes and never again. After one was used, bidding is
        held for 24 hours.
      </p>
      <ol className="mono grid max-w-[34rem] grid-cols-2 gap-x-8 gap-y-2 text-18 max-[480px]:grid-cols-1">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <div className="actions">
        <Button href={next === '/' ? '/account/second-factor' : next} variant="primary">
          I have kept them
        </Button>
      </div>
    </section>
  )
}
