import { Tabs } from '@/components/ui/tabs'

/** The money rules of the registry agreement, and the split of what the Programme brings. */
export function StatementTabs({ current }: { current: 'statements' | 'caps' | 'proceeds' }) {
  return (
    <Tabs
      label="Money under the agreement"
      items={[
        { href: '/admin/statements', text: 'Fee to ICANN, 7.2(a)', current: current === 'statements' },
        { href: '/admin/statements/caps', text: 'Price cap, 7.3(a)', current: current === 'caps' },
        {
          href: '/admin/statements/proceeds',
          text: 'Shares of the proceeds',
          current: current === 'proceeds',
        },
      ]}
    />
  )
}
