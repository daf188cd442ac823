import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { receiptKey } from '@/domain/bids/receipt'
import { publicResults } from '@/domain/results/public-queries'
import { knownWitnesses } from '@/domain/transcript/keep-cosignature'
import { logKey } from '@/domain/transcript/log-key'
import { formatWitnessKey } from '@/transcript/cosignature'
import { CheckFiles } from './_parts/check-files'
import { WhatIsChecked } from './_parts/what-is-checked'

export const metadata: Metadata = {
  title: 'Check a result yourself',
  description:
    'Recompute who won an auction and at what price, on your own device, from the signed transcript.',
}

/** Links in letters that are older than this page led here to confirm an address. */
export default async function VerifyPage({ searchParams }: PageProps<'/verify'>) {
  const { result, token } = await searchParams
  if (typeof token === 'string') redirect(`/register/confirm?token=${encodeURIComponent(token)}`)
  const rounds = roundsOf(await publicResults())
  const asked = typeof result === 'string' && /^[a-z0-9]{1,2}$/.test(result) ? result : null
  return (
    <div className="wrap page">
      <h1>Check a result yourself</h1>
      <p className="lede soft mt-4 mb-8">
        You need not believe us. This page decides an auction again on your own device, from a file that we
        signed while it ran, and tells you who won, at what price, and why. What you drop here is sent to
        nobody: you may cut the connection first.
      </p>
      <CheckFiles
        keys={{
          log: logKey(),
          receipts: receiptKey().vkey,
          witnesses: knownWitnesses().map(formatWitnessKey),
        }}
        rounds={rounds}
        asked={asked}
      />
      <WhatIsChecked logKey={logKey()} />
    </div>
  )
}

/** Final rounds, the newest first, each with a name that leads to its transcript. */
function roundsOf(results: Awaited<ReturnType<typeof publicResults>>) {
  const bySlug = new Map<string, { slug: string; name: string; labels: string[] }>()
  for (const { round, label } of results) {
    const known = bySlug.get(round.slug) ?? { slug: round.slug, name: round.name, labels: [] }
    known.labels.push(label)
    bySlug.set(round.slug, known)
  }
  return [...bySlug.values()]
}
