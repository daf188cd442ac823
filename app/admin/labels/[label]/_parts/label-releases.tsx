import { When } from '@/components/time/when'
import { DefinitionList } from '@/components/ui/definition-list'
import { EmptyState } from '@/components/ui/empty-state'
import { SectionHead } from '@/components/ui/section-head'
import { Mark } from '@/components/ui/status'
import { describeMeasures } from '@/domain/labels/measures'
import { basisWords, categoryWords, evidenceWords } from '@/domain/labels/release-words'
import type { OfficerLabel } from './label-facts'

/** Approved releases, the standing one first, each with the documents filed for it (R2.3). */
export function LabelReleases({ releases, zone }: { releases: OfficerLabel['releases']; zone: string }) {
  return (
    <section aria-labelledby="releases">
      <SectionHead title="Releases" id="releases" minor />
      {releases.length === 0 && <EmptyState title="Never released" sorts={false} />}
      {releases.map((release) => (
        <article key={release.id} className="mt-4 stack [--gap:.5rem]">
          <p className="row between">
            <b>{basisWords[release.basis]}</b>
            <Mark tone={release.endedAt ? 'quiet' : 'good'} icon={release.endedAt ? 'x' : 'check'}>
              {release.endedAt ? 'Ended' : 'Stands'}
            </Mark>
          </p>
          <p className="small muted">
            <When at={release.releasedAt} zone={zone} />
            {release.endedAt && (
              <>
                , ended <When at={release.endedAt} zone={zone} />
              </>
            )}
            {release.categoryThen && `. Then ${categoryWords[release.categoryThen].toLowerCase()}`}
            {release.cctldThen && ', a ccTLD'}
          </p>
          {release.note && <p className="small soft">{release.note}</p>}
          {release.measures && <DefinitionList items={describeMeasures(release.measures)} />}
          <ul className="small">
            {release.evidence.map((filed) => (
              <li key={filed.id}>
                {evidenceWords[filed.kind]}: {filed.title}. {filed.party}, {filed.dated}.{' '}
                {filed.fileId && <a href={`/api/v1/files/${filed.fileId}`}>{filed.fileName}</a>}
                {filed.scan === 'not-scanned' && ' (not scanned for malware)'}
              </li>
            ))}
          </ul>
        </article>
      ))}
    </section>
  )
}
