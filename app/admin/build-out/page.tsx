import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { requirePerson } from '@/app/require-person'
import { When } from '@/components/time/when'
import { Chip } from '@/components/ui/chip'
import { EmptyState } from '@/components/ui/empty-state'
import { SectionHead } from '@/components/ui/section-head'
import { boardPartOf, boardParts, boardPartWords } from '@/domain/commitments/board-filter'
import { buildOutBoard } from '@/domain/commitments/queries'
import { viewerZone } from '@/lib/time/viewer-zone'
import { Board } from './_parts/board'

export const metadata: Metadata = { title: 'Build-out' }

/** Every commitment by its date, what waits for the programme first (R12). */
export default async function BuildOutsPage({ searchParams }: PageProps<'/admin/build-out'>) {
  const board = await buildOutBoard(await requirePerson(), undefined)
  if (!board) notFound()
  const zone = await viewerZone()
  const { part: wanted } = await searchParams
  const part = boardParts.find((each) => each === wanted)
  const counts = Map.groupBy(board.rows, boardPartOf)
  const rows = part ? (counts.get(part) ?? []) : board.rows
  return (
    <div className="wrap page">
      <h1>Build-out</h1>
      <p className="lede">The dated promises of the plans whose names were awarded.</p>
      {board.transfers.length > 0 && (
        <section className="mt-6" aria-labelledby="transfers">
          <SectionHead title="Transfers to decide" id="transfers" minor />
          <ul className="mt-3">
            {board.transfers.map(({ awardId, label, at }) => (
              <li key={awardId} className="task">
                <Link href={`/admin/build-out/${awardId}`}>{label}.org</Link>
                <span className="task-state">
                  Asked <When at={at} zone={zone} />
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {board.atRegistry.length > 0 && (
        <section className="mt-6" aria-labelledby="at-registry">
          <SectionHead title="Transfers at the registry" id="at-registry" minor />
          <ul className="mt-3">
            {board.atRegistry.map(({ transferId, awardId, label, decidedAt }) => (
              <li key={transferId} className="task">
                <Link href={`/admin/build-out/${awardId}`}>{label}.org</Link>
                <span className="task-state">
                  Waits for its registrar since <When at={decidedAt!} zone={zone} />
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {board.rows.length === 0 ? (
        <EmptyState title="No commitments yet">
          When an award is accepted, the promises of its plan appear here.
        </EmptyState>
      ) : (
        <>
          <nav className="row mt-6" aria-label="Show">
            <Chip href="/admin/build-out" text="All" count={board.rows.length} pressed={!part} />
            {boardParts.map((each) => (
              <Chip
                key={each}
                href={`/admin/build-out?part=${each}`}
                text={boardPartWords[each]}
                count={counts.get(each)?.length ?? 0}
                pressed={part === each}
              />
            ))}
          </nav>
          {rows.length === 0 ? <p className="mt-6">None at present.</p> : <Board rows={rows} zone={zone} />}
        </>
      )}
    </div>
  )
}
