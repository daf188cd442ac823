import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import type { OfficerFilter } from '@/domain/labels/officer-queries'
import { categoryWords, classWords } from '@/domain/labels/release-words'

const options = (words: Record<string, string>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

/** A plain form whose answer is the address: it can be shared, and works without script. */
export function FilterNames({ filter }: { filter: OfficerFilter }) {
  return (
    <search>
      <form method="get" action="/admin/labels" className="row items-end">
        {filter.state && <input type="hidden" name="state" value={filter.state} />}
        <TextInput
          name="begins"
          label="Begins with"
          defaultValue={filter.begins}
          maxLength={6}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          mono
          short
        />
        <Select
          name="class"
          label="Class"
          blank="All"
          defaultValue={filter.class ?? ''}
          options={options(classWords)}
        />
        <Select
          name="category"
          label="ISO 3166-1 category"
          blank="All"
          defaultValue={filter.category ?? ''}
          options={options(categoryWords)}
        />
        <Checkbox name="flagged" value="yes" label="Flagged only" defaultChecked={filter.flagged} />
        <Button type="submit" icon="search">
          Filter
        </Button>
      </form>
    </search>
  )
}
