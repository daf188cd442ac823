import { LabelLink } from '../../../../_parts/label-link'

/** What is wrong with some names, and the way to each of them. */
export function NamedNames({ sentence, labels }: { sentence: string; labels: readonly string[] }) {
  return (
    <>
      {sentence}
      <span className="row [--gap:.8rem]">
        {labels.map((label) => (
          <LabelLink key={label} label={label}>
            See {label}.org
          </LabelLink>
        ))}
      </span>
    </>
  )
}
