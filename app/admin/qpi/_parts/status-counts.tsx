import { DefinitionList } from '@/components/ui/definition-list'
import { statusWords } from '@/domain/qpi/kpi-words'
import { qpiStatuses } from '@/domain/qpi/statuses'

/** How many registrars stand where. */
export function StatusCounts({ counts }: { counts: Record<keyof typeof statusWords, number> }) {
  return (
    <DefinitionList
      figures
      items={qpiStatuses.map((status) => ({
        term: statusWords[status],
        value: counts[status].toLocaleString('en'),
      }))}
    />
  )
}
