import { TextArea } from '@/components/ui/text-area'
import { type Measure, measureNames, measureWords } from '@/domain/labels/measures'

const hints: Record<Measure, string> = {
  representation: 'Such as: to take steps against falsely implying affiliation with a government (R5.4).',
  monitoring: 'By whom, how often, and what is looked for.',
  contact: 'An office with its address, not a person.',
  reportTo: 'The address that is published with the name.',
}

/** The package of measures, part by part; only a release on measures against confusion needs it (R2.2, R13.1). */
export function MeasuresFields({ reportTo }: { reportTo: string }) {
  return (
    <details className="pane">
      <summary>
        <b>Measures against confusion</b>
      </summary>
      <div className="form mt-4">
        <p className="small soft">Needed for that basis only. Everyone reads them with the name.</p>
        {measureNames.map((name) => (
          <TextArea
            key={name}
            name={`measures.${name}`}
            label={measureWords[name]}
            hint={hints[name]}
            rows={2}
            maxLength={1000}
            {...(name === 'reportTo' && { defaultValue: reportTo })}
          />
        ))}
      </div>
    </details>
  )
}
