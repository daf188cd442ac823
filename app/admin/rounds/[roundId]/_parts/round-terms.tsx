import { DefinitionList } from '@/components/ui/definition-list'
import { SectionHead } from '@/components/ui/section-head'
import { formatWords } from '@/domain/rounds/format-words'
import type { FoundRound } from './read-round'

/** The terms in short, and the hashes they can be checked by. */
export function RoundTerms({ round }: Pick<FoundRound, 'round'>) {
  const { settings } = round
  const { windowSeconds, extendSeconds } = settings.softClose
  const hash = (text: string | null) => <span className="mono brk small">{text ?? 'Not yet'}</span>
  return (
    <section aria-labelledby="terms">
      <SectionHead title="Terms" id="terms" minor />
      <DefinitionList
        items={[
          { term: 'Format', value: formatWords[round.format] },
          {
            term: 'Judged by',
            value: settings.rubric.map(({ name, weightBp }) => `${name} ${weightBp / 100} %`).join(', '),
          },
          { term: 'Pass line', value: `${(settings.passLineHundredths / 100).toFixed(2)} of 100` },
          {
            term: 'Soft close',
            value:
              windowSeconds === 0
                ? 'None'
                : `A bid in the last ${windowSeconds / 60} minutes moves the close to ${extendSeconds / 60} minutes after it`,
          },
          { term: 'Bidding limit', value: `${settings.depositMultiple} × deposit` },
          { term: 'Rules', value: `Version ${round.rulesVersion}` },
          { term: 'Settings, SHA-256', value: hash(round.configHash) },
          { term: 'Secret of the draw, SHA-256', value: hash(round.secretHash) },
          { term: 'Secret of the draw', value: hash(round.publishedSecret) },
        ]}
      />
    </section>
  )
}
