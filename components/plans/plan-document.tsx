import { Money } from '@/components/money/money'
import { formatSize } from '@/domain/files/rules'
import type { PlanAttachment } from '@/domain/plans/queries'
import type { PlanReading, ReadAnswer } from '@/domain/plans/read-plan'
import { isShort } from '@/domain/plans/rules'
import { formatCalendarDay } from '@/lib/time/format-instant'
import MarkdownText from './markdown-text'
import { sectionAnchor } from './section-anchor'

/** Links to the sections of a plan. */
export function PlanOutline({ reading }: { reading: PlanReading }) {
  return (
    <nav aria-label="Sections of the plan">
      <ol>
        {reading.map(({ id, heading }) => (
          <li key={id}>
            <a href={`#${sectionAnchor(id)}`}>{heading}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}

/**
 * A plan as it is read, by applicant, reviewers and officers alike: sections with anchors, written answers, budget and
 * milestones, attachments. `change` makes a link beside each section's heading.
 */
export function PlanDocument({
  reading,
  attachments = [],
  change,
}: {
  reading: PlanReading
  attachments?: PlanAttachment[]
  change?: (section: PlanReading[number]) => React.ReactNode
}) {
  return (
    <article className="plan-document">
      {reading.map((section) => (
        <section
          key={section.id}
          id={sectionAnchor(section.id)}
          data-section={section.id}
          aria-labelledby={`${sectionAnchor(section.id)}-title`}
        >
          <header className="section-head minor mt-8">
            <h2 id={`${sectionAnchor(section.id)}-title`}>{section.heading}</h2>
            {change?.(section)}
          </header>
          {section.added && <p className="small muted mt-3">{section.added}</p>}
          {section.answers.map((answer) => (
            <Answer key={answer.id} answer={answer} alone={section.answers.length === 1} />
          ))}
        </section>
      ))}
      {attachments.length > 0 && <Attachments attachments={attachments} />}
    </article>
  )
}

function Answer({ answer, alone }: { answer: ReadAnswer; alone: boolean }) {
  if (answer.kind === 'text' && isShort(answer.text))
    return (
      <p className="mt-3">
        <span className="muted">{answer.label}</span>
        <br />
        {answer.text || <span className="muted">Not provided</span>}
      </p>
    )
  return (
    <div className="mt-5">
      {(!alone || answer.kind === 'remarked') && <h3 className="mb-1">{answer.label}</h3>}
      <Value answer={answer} />
    </div>
  )
}

function Value({ answer }: { answer: ReadAnswer }) {
  if (answer.kind === 'rows') return <Rows answer={answer} />
  if (answer.kind === 'money') return <Money minor={answer.minor} />
  if (answer.kind === 'remarked')
    return (
      <>
        {answer.text ? <ins className="added">{answer.text}</ins> : <p className="muted">No answer yet.</p>}
        <p className="small muted mt-1">{answer.remark}</p>
      </>
    )
  if (answer.text === '') return <p className="muted">Not provided</p>
  return answer.kind === 'markdown' ? (
    <MarkdownText text={answer.text} />
  ) : (
    <p className="whitespace-pre-wrap">{answer.text}</p>
  )
}

function Rows({ answer }: { answer: Extract<ReadAnswer, { kind: 'rows' }> }) {
  const { columns, rows, total } = answer
  return (
    <div className="tbl-x">
      <table className="tbl tight">
        <thead>
          <tr>
            {columns.map(({ id, label, kind }) => (
              <th key={id} scope="col" className={kind === 'money' ? 'n' : undefined}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a frozen table does not change
            <tr key={index}>
              {columns.map(({ id, kind }) => (
                <td key={id} className={kind === 'money' ? 'n' : undefined}>
                  {kind === 'money' ? (
                    <Money minor={row[id] || '0'} plain />
                  ) : kind === 'date' ? (
                    <Day iso={row[id] ?? ''} />
                  ) : (
                    row[id]
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {total && (
          <tfoot>
            <tr>
              <td colSpan={columns.length - 1}>Total</td>
              <td className="n">
                <Money minor={total.minor} plain />
              </td>
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  )
}

/** A calendar day, the same everywhere: it is written as it was promised. */
function Day({ iso }: { iso: string }) {
  return <time dateTime={iso}>{formatCalendarDay(iso)}</time>
}

function Attachments({ attachments }: { attachments: PlanAttachment[] }) {
  return (
    <section id={sectionAnchor('attachments')}>
      <header className="section-head minor mt-8">
        <h2>Pictures and documents</h2>
      </header>
      <ul className="mt-3">
        {attachments.map(({ fileId, title, mediaType, size, scan }) => (
          <li key={fileId} className="py-1">
            <a href={`/api/v1/files/${fileId}`} download>
              {title}
            </a>{' '}
            <span className="muted small">
              {mediaType.split('/')[1]?.toUpperCase()}, {formatSize(size)}
              {scan === 'not-scanned' && ', not scanned for malware'}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
