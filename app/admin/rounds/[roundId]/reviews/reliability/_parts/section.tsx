import { SectionHead } from '@/components/ui/section-head'

/** A part of the page: what it is called, and what its figures mean. */
export function Section({
  title,
  about,
  children,
}: {
  title: string
  about: string
  children: React.ReactNode
}) {
  return (
    <section className="sec stack">
      <SectionHead title={title} minor />
      <p className="small soft">{about}</p>
      {children}
    </section>
  )
}
