import { Sort } from '@/components/labels/sort'
import { SectionHead } from '@/components/ui/section-head'
import type { PublicLabel } from '@/domain/labels/public-label'
import { spell } from '@/domain/labels/spell'

/** Names that some typefaces draw alike, with how each is read (R17.2). */
export function LookAlikes({ alike }: { alike: PublicLabel['alike'] }) {
  if (alike.length === 0) return null
  return (
    <section aria-labelledby="alike">
      <SectionHead title="Easily confused" id="alike" minor />
      <p className="small soft my-3">Names that look alike in some typefaces.</p>
      <ul className="stack [--gap:.6rem]">
        {alike.map(({ label, status }) => (
          <li key={label} className="row [--gap:.9rem]">
            <Sort label={label} status={status} size={48} href={`/labels/${label}`} />
            <span className="small soft">
              <b className="label">{label}</b> {spell(label)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
