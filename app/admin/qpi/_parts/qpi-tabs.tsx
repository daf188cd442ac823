import { Tabs } from '@/components/ui/tabs'

const TABS = [
  { key: 'scores', href: '/admin/qpi', text: 'Scores' },
  { key: 'trends', href: '/admin/qpi/trends', text: 'Trends and watch list' },
  { key: 'files', href: '/admin/qpi/files', text: 'Files' },
  { key: 'models', href: '/admin/qpi/models', text: 'Models' },
  { key: 'promotions', href: '/admin/qpi/promotions', text: 'Promotions' },
] as const

/** The Quality Performance Index, from the scores to what they are computed from and used for. */
export function QpiTabs({ current }: { current: (typeof TABS)[number]['key'] }) {
  return (
    <Tabs
      label="Quality Performance Index"
      items={TABS.map(({ key, href, text }) => ({ href, text, current: key === current }))}
    />
  )
}
