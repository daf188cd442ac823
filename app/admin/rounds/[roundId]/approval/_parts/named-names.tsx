import Link from 'next/link'

/** What is wrong with some names, and the way to each of them. */
export function NamedNames({ sentence, labels }: { sentence: string; labels: readonly string[] }) {
  return (
    <>
      {sentence}
      <span className="row [--gap:.8rem]">
        {labels.map((label) => (
          <Link key={label} href={`/admin/labels/${label}`} prefetch={false}>
            See {label}.org
          </Link>
        ))}
      </span>
    </>
  )
}
