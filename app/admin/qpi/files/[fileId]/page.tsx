import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { requirePerson } from '@/app/require-person'
import { When } from '@/components/time/when'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { DefinitionList } from '@/components/ui/definition-list'
import { Notice } from '@/components/ui/notice'
import { SectionHead } from '@/components/ui/section-head'
import { monthWords } from '@/domain/qpi/months'
import { fileKindWords } from '@/domain/qpi-inputs/kinds'
import { inputFile } from '@/domain/qpi-inputs/queries'
import { currentActor } from '@/lib/access/current-actor'
import { may } from '@/lib/access/policy'
import { viewerZone } from '@/lib/time/viewer-zone'
import { RowErrors } from '../_parts/row-errors'
import { TakeOver } from '../_parts/take-over'

type Props = PageProps<'/admin/qpi/files/[fileId]'>

const read = async ({ params }: Props) => inputFile(await currentActor(), { fileId: (await params).fileId })

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await read(props))?.fileName ?? 'Not found' }
}

/** One file: what it is, what could not be read, what it says otherwise than the one that counts (R15.3). */
export default async function FilePage(props: Props) {
  const person = await requirePerson()
  const file = await read(props)
  if (!file) notFound()
  const zone = await viewerZone()
  const { totals, current, difference } = file
  return (
    <div className="wrap page space-y-8">
      <header className="space-y-3">
        <Breadcrumb items={[{ text: 'Files', href: '/admin/qpi/files' }, { text: file.fileName }]} />
        <h1 className="break-words">{file.fileName}</h1>
      </header>
      {file.counts ? (
        <Notice tone="good" title="This file counts">
          <Link href={`/admin/qpi?period=${file.period}`}>Compute {monthWords(file.period)}</Link> to have
          scores from it.
        </Notice>
      ) : (
        <Notice tone="warn" title="This file does not count">
          {current ? (
            <>
              <Link href={`/admin/qpi/files/${current.id}`}>{current.fileName}</Link> counts for the month.
              See below what this one says otherwise.
            </>
          ) : (
            'Nothing counts for the month yet.'
          )}
        </Notice>
      )}
      <DefinitionList
        items={[
          { term: 'What', value: `${fileKindWords[file.kind].name}, from ${file.source}` },
          { term: 'Month', value: monthWords(file.period) },
          { term: 'Rows', value: file.rowCount.toLocaleString('en') },
          { term: 'Not read', value: file.errors.length.toLocaleString('en') },
          { term: 'Size', value: `${file.size.toLocaleString('en')} bytes` },
          { term: 'SHA-256', value: <span className="mono break-all">{file.sha256}</span> },
          {
            term: 'Read',
            value: (
              <>
                <When at={file.readAt} zone={zone} />
                {file.by && `, by ${file.by}`}
              </>
            ),
          },
        ]}
      />
      {totals && totals.differences.length > 0 && (
        <Notice tone="warn" title={`The totals on line ${totals.line} differ from the sums of the rows`}>
          {totals.differences
            .slice(0, 6)
            .map(({ column, stated, summed }) => `${column}: ${stated} stated, ${summed} summed`)
            .join('; ')}
          .
        </Notice>
      )}
      {difference && current && (
        <section aria-labelledby="difference" className="stack">
          <SectionHead title="What it says otherwise" id="difference" />
          <TakeOver
            fileId={file.id}
            insteadOf={current.id}
            difference={difference}
            acts={may(person, 'qpi-file.take-over') === 'yes'}
          />
        </section>
      )}
      <section aria-labelledby="errors" className="stack">
        <SectionHead title="Rows that were not read" id="errors" />
        <RowErrors errors={file.errors} />
      </section>
    </div>
  )
}
