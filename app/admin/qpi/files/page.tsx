import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { requirePerson } from '@/app/require-person'
import { When } from '@/components/time/when'
import { EmptyState } from '@/components/ui/empty-state'
import { SectionHead } from '@/components/ui/section-head'
import { Mark } from '@/components/ui/status'
import { TableFrame } from '@/components/ui/table'
import { fileKindWords } from '@/domain/qpi-inputs/kinds'
import { inputFiles } from '@/domain/qpi-inputs/queries'
import { may } from '@/lib/access/policy'
import { viewerZone } from '@/lib/time/viewer-zone'
import { QpiTabs } from '../_parts/qpi-tabs'
import { ReadFilesForm } from './_parts/read-files-form'

export const metadata: Metadata = { title: 'Files of the Quality Performance Index' }

/** What scores are computed from: every file with its month, hash and row errors (R15.3). */
export default async function FilesPage({ searchParams }: PageProps<'/admin/qpi/files'>) {
  const person = await requirePerson()
  const files = await inputFiles(person, undefined)
  if (!files) notFound()
  const zone = await viewerZone()
  const { problem } = await searchParams
  return (
    <div className="wrap page space-y-8">
      <header className="space-y-3">
        <h1>Files</h1>
        <p className="lede">
          Every file is kept as it came. Where one counts already for a month, another waits until somebody
          has seen what it says otherwise.
        </p>
      </header>
      <QpiTabs current="files" />
      {may(person, 'qpi-file.read') === 'yes' && (
        <ReadFilesForm problem={typeof problem === 'string' ? problem : undefined} />
      )}
      <section aria-labelledby="list" className="stack">
        <SectionHead title="Newest" id="list" />
        {files.length === 0 ? (
          <EmptyState title="No file was read yet" sorts={false}>
            Begin with the transactions report of a month: it says which registrars there are.
          </EmptyState>
        ) : (
          <TableFrame label="Files">
            <table className="tbl cards">
              <caption className="sr-only">Files with their months, rows and errors</caption>
              <thead>
                <tr>
                  <th scope="col">File</th>
                  <th scope="col">Month</th>
                  <th scope="col">What</th>
                  <th scope="col" className="n">
                    Rows
                  </th>
                  <th scope="col" className="n">
                    Not read
                  </th>
                  <th scope="col" className="md:pl-8">
                    State
                  </th>
                </tr>
              </thead>
              <tbody>
                {files.map(({ id, fileName, period, kind, source, rowCount, errors, readAt, counts }) => (
                  <tr key={id}>
                    <th scope="row">
                      <Link href={`/admin/qpi/files/${id}`} prefetch={false}>
                        {fileName}
                      </Link>
                      <div className="small muted">
                        <When at={readAt} zone={zone} />
                      </div>
                    </th>
                    <td className="num" data-label="Month">
                      {period}
                    </td>
                    <td data-label="What">
                      {fileKindWords[kind].name}
                      <div className="small muted">{source}</div>
                    </td>
                    <td className="n num" data-label="Rows">
                      {rowCount.toLocaleString('en')}
                    </td>
                    <td className="n num" data-label="Not read">
                      {errors.length.toLocaleString('en')}
                    </td>
                    <td className="md:pl-8" data-label="State">
                      {counts ? (
                        <Mark tone="good" icon="circle-check">
                          Counts
                        </Mark>
                      ) : (
                        <Mark tone="quiet" icon="circle">
                          Does not count
                        </Mark>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableFrame>
        )}
      </section>
    </div>
  )
}
