import { Breadcrumb } from '@/components/ui/breadcrumb'
import { SectionHead } from '@/components/ui/section-head'
import { Contact } from './contact'

/** One page of help: its text, and beside it whom to ask. */
export function HelpPage({
  title,
  about,
  children,
}: {
  title: string
  about?: string
  children: React.ReactNode
}) {
  return (
    <div className="wrap page">
      <Breadcrumb items={[{ text: 'Help', href: '/help' }, { text: title }]} />
      <div className="aside pt-6">
        <div>
          <h1>{title}</h1>
          <div className="prose pt-4">{children}</div>
        </div>
        <aside className="small">
          <SectionHead title="Ask the programme" minor />
          <div className="pt-3">
            <Contact {...(about && { about })} />
          </div>
        </aside>
      </div>
    </div>
  )
}
