import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Tabs } from '@/components/ui/tabs'
import { roundName } from '@/domain/rounds/round-name'

/** Head of the panel's pages: where they stand, and the way between them. */
export function ReviewsHead({
  round,
  phase,
  current,
}: {
  round: { id: string; name: string; number: number }
  phase: number
  current: 'plans' | 'assignment' | 'reliability' | 'decisions'
}) {
  const home = `/admin/rounds/${round.id}`
  const tabs = [
    { id: 'plans', href: `${home}/reviews`, text: 'Plans' },
    { id: 'assignment', href: `${home}/reviews/assignment`, text: 'Assignment' },
    { id: 'reliability', href: `${home}/reviews/reliability`, text: 'Reliability' },
    { id: 'decisions', href: `${home}/reviews/decisions`, text: 'Decisions' },
  ]
  return (
    <header className="stack">
      <Breadcrumb
        items={[
          { text: 'Rounds', href: '/admin/rounds' },
          { text: `Phase ${phase}, round ${round.number}`, href: home },
          { text: 'Reviews' },
        ]}
      />
      <h1>Reviews: {roundName(round)}</h1>
      <Tabs
        label="Reviews"
        items={tabs.map(({ id, href, text }) => ({ href, text, current: id === current }))}
      />
    </header>
  )
}
