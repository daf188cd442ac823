import { Tabs } from '@/components/ui/tabs'

/** The two money rules of the registry agreement. */
export function StatementTabs({ current }: { current: 'statements' | 'caps' }) {
  return (
    <Tabs
      label="Money under the agreement"
      items={[
        { href: '/admin/statements', text: 'Fee to ICANN, 7.2(a)', current: current === 'statements' },
        { href: '/admin/statements/caps', text: 'Price cap, 7.3(a)', current: current === 'caps' },
      ]}
    />
  )
}
