import { When } from '@/components/time/when'
import { DefinitionList } from '@/components/ui/definition-list'
import { SectionHead } from '@/components/ui/section-head'
import { describeMeasures } from '@/domain/labels/measures'
import type { PublicLabel } from '@/domain/labels/public-label'
import { basisWords, categoryWords, evidenceWords } from '@/domain/labels/release-words'

/** What the country-code lists say of the name, which lists they are, and on what ground it was released (R1.3, R2). */
export function ReleaseGround({ name, zone }: { name: PublicLabel; zone: string }) {
  const { country, release } = name
  if (!country && !release) return null
  return (
    <>
      {country && (
        <section aria-labelledby="country">
          <SectionHead title="As a country code" id="country" minor />
          <DefinitionList
            items={[
              {
                term: 'ISO 3166-1',
                value: `${categoryWords[country.category]}${country.name && `: ${country.name}`}`,
              },
              {
                term: 'In the root',
                value: country.cctld ? `Yes, .${name.label}` : 'No country-code domain',
              },
            ]}
          />
          <p className="small muted mt-2">
            From: {country.list.source}, as of {country.list.asOf}
            {country.cctld && `; ${country.cctld.list.source}`}.
          </p>
        </section>
      )}
      {release && (
        <section aria-labelledby="release">
          <SectionHead title="Why it was released" id="release" minor />
          <p className="small pt-3">
            {basisWords[release.basis]}.{' '}
            <span className="soft">
              <When at={release.releasedAt} zone={zone} />, by two officers.
            </span>
          </p>
          {release.measures && <DefinitionList items={describeMeasures(release.measures)} />}
          {release.evidence.length > 0 && (
            <ul className="small">
              {release.evidence.map(({ id, kind, title, party, dated }) => (
                <li key={id} className="border-hairline border-b py-2 last:border-b-0">
                  <b className="block font-[550]">{title}</b>
                  <span className="soft">
                    {evidenceWords[kind]}, {party}, dated <time dateTime={dated}>{dated}</time>
                  </span>
                </li>
              ))}
            </ul>
          )}
        </section>
      )}
    </>
  )
}
