import { When } from '@/components/time/when'
import { DefinitionList } from '@/components/ui/definition-list'
import type { IconName } from '@/components/ui/icon'
import { Mark, type Tone } from '@/components/ui/status'
import type { CheckOutcome } from '@/db/schema/build-out'
import type { Piece } from '@/domain/commitments/read-build-out'
import { proofKindWords } from '@/domain/commitments/rules'

const looks: Record<CheckOutcome, [Tone, IconName, string]> = {
  met: ['good', 'circle-check', 'Seen'],
  'not-met': ['bad', 'circle-x', 'Not seen'],
  undecided: ['warn', 'clock', 'Could not look'],
}

/** The evidence for a commitment, each piece with what the portal saw; `after` adds what one may do with a piece. */
export function EvidenceList({
  pieces,
  zone,
  after,
}: {
  pieces: readonly Piece[]
  zone: string
  after?(piece: Piece): React.ReactNode
}) {
  if (pieces.length === 0) return <p className="muted mt-3">No evidence yet.</p>
  return (
    <ul className="mt-3">
      {pieces.map((piece) => (
        <li key={piece.id} className="task block">
          <b>{proofKindWords[piece.kind]}</b>
          <p className="brk">
            {piece.file ? (
              <a href={`/api/v1/files/${piece.file.id}`} download>
                {piece.file.fileName}
              </a>
            ) : (
              piece.target
            )}
          </p>
          {piece.note && <p className="small soft whitespace-pre-line">{piece.note}</p>}
          <p className="small muted">
            Submitted <When at={piece.submittedAt} zone={zone} />
          </p>
          <Looks piece={piece} zone={zone} />
          {after?.(piece)}
        </li>
      ))}
    </ul>
  )
}

/** What was seen, the last look first and open. */
function Looks({ piece, zone }: { piece: Piece; zone: string }) {
  if (piece.kind === 'file') return <p className="small muted">A person reads this document.</p>
  const looked = piece.checks.toReversed()
  return (
    <>
      {piece.nextCheckAt && (
        <p className="small muted" role="status">
          {looked.length === 0
            ? 'The portal looks at it in a moment.'
            : 'The portal will look again by itself.'}
        </p>
      )}
      {looked.map(({ id, outcome, summary, seen, at }, index) => {
        const [tone, icon, word] = looks[outcome]
        return (
          <details key={id} open={index === 0} className="mt-2">
            <summary>
              <Mark tone={tone} icon={icon}>
                {word}
              </Mark>{' '}
              <span className="small">
                {summary} <When at={at} zone={zone} />
              </span>
            </summary>
            <div className="small brk">
              <DefinitionList
                items={seen.map(({ what, value }, place) => ({
                  key: `${what} ${place}`,
                  term: what,
                  value,
                }))}
              />
            </div>
          </details>
        )
      })}
    </>
  )
}
