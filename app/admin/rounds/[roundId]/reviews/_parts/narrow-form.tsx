import { Button } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import { TextInput } from '@/components/ui/text-input'
import { type View, viewHref } from '../narrow-plans'

/** Narrows a long list of plans to a part of it, or to one of them. A plain form and links: the answer is the address. */
export function NarrowForm({
  path,
  view,
  parts,
}: {
  path: string
  view: View
  /** The first is what the bare address shows. */
  parts: readonly { show: string; text: string; count: number }[]
}) {
  return (
    <search className="row items-end">
      <nav className="row [--gap:.4rem] flex-1" aria-label="Plans shown">
        {parts.map(({ show, text, count }) => (
          <Chip
            key={show}
            href={viewHref(path, view, { show })}
            text={text}
            count={count}
            pressed={view.show === show}
          />
        ))}
      </nav>
      <form method="get" action={path} className="row items-end flex-nowrap">
        {view.show && <input type="hidden" name="show" value={view.show} />}
        <TextInput
          name="find"
          label="Name or reference"
          type="search"
          defaultValue={view.find}
          maxLength={40}
          autoComplete="off"
          spellCheck={false}
          short
        />
        <Button type="submit" icon="search">
          Find
        </Button>
      </form>
    </search>
  )
}
