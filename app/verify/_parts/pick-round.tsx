import { Button } from '@/components/ui/button'

export type FinalRound = { slug: string; name: string; labels: string[] }

/** Final rounds: each to check here, or to download. */
export function PickRound({
  rounds,
  onPick,
}: {
  rounds: readonly FinalRound[]
  onPick: (label: string) => void
}) {
  return (
    <section aria-labelledby="rounds">
      <h2 id="rounds" className="mb-3">
        Final rounds
      </h2>
      {rounds.length === 0 && (
        <p className="soft">No round is final yet. Its transcript appears here when one is.</p>
      )}
      <ul>
        {rounds.map(({ slug, name, labels }) => (
          <li key={slug} className="row between border-hairline border-b py-3">
            <span>
              {name} <span className="muted small">{labels.map((label) => `${label}.org`).join(', ')}</span>
              <br />
              <a
                className="small"
                href={`/api/v1/results/${labels[0]}/transcript`}
                download={`transcript-${slug}.json`}
              >
                Download the transcript
              </a>
            </span>
            <Button size="s" onClick={() => onPick(labels[0] ?? '')} aria-label={`Check ${name} here`}>
              Check it here
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
