/** Terms and what they are, with hairlines between rows. `figures` sets the second column at the end, for numbers. */
export function DefinitionList({
  items,
  figures = false,
}: {
  items: { term: React.ReactNode; value: React.ReactNode; key?: string }[]
  figures?: boolean
}) {
  return (
    <dl className={figures ? 'dl figures' : 'dl'}>
      {items.flatMap(({ term, value, key }, index) => {
        const id = key ?? (typeof term === 'string' ? term : String(index))
        return [<dt key={id}>{term}</dt>, <dd key={`${id} value`}>{value}</dd>]
      })}
    </dl>
  )
}
