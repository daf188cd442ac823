import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { statusWords } from '@/domain/qpi/kpi-words'
import { monthWords } from '@/domain/qpi/months'
import { qpiStatuses } from '@/domain/qpi/statuses'
import type { LeagueFilter } from '@/domain/qpi-scores/queries'

/** Which month, which registrars. A plain form: it works without script. */
export function LeagueSearch({
  filter,
  months,
  period,
}: {
  filter: LeagueFilter
  months: readonly string[]
  period: string
}) {
  return (
    <search>
      <form method="get" action="/admin/qpi" className="row items-end">
        <Select
          name="period"
          label="Month"
          defaultValue={period}
          options={months.map((month) => ({ value: month, label: monthWords(month) }))}
        />
        <TextInput name="q" label="Name or IANA id" defaultValue={filter.text} maxLength={100} short />
        <Select
          name="status"
          label="Status"
          blank="All"
          defaultValue={filter.status ?? ''}
          options={qpiStatuses.map((value) => ({ value, label: statusWords[value] }))}
        />
        <Button type="submit" icon="search">
          Show
        </Button>
      </form>
    </search>
  )
}
