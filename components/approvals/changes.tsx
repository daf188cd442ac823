import { DefinitionList } from '@/components/ui/definition-list'
import type { Change } from '@/db/schema/system'

/** What a request changes, under its heads: what it is to be, and what it was where there was something before. */
export function Changes({
  changes,
  name = (what) => what,
}: {
  changes: readonly Change[]
  /** How the thing that changes is shown, such as a link to it. */
  name?: (what: string) => React.ReactNode
}) {
  const groups = [...Map.groupBy(changes, ({ group }) => group ?? '')]
  return (
    <div className="changes">
      {groups.map(([group, own]) => (
        <div key={group}>
          {group && <h3>{group}</h3>}
          <DefinitionList
            items={own.map((change) => ({
              key: change.what,
              term: name(change.what),
              value: <Step {...change} />,
            }))}
          />
        </div>
      ))}
    </div>
  )
}

function Step({ before, after }: Change) {
  if (!before) return <>{after}</>
  return (
    <>
      <del>{before}</del> <ins>{after}</ins>
    </>
  )
}
