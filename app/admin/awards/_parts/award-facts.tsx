import Link from 'next/link'
import { Money } from '@/components/money/money'
import { When } from '@/components/time/when'
import { DefinitionList } from '@/components/ui/definition-list'
import { SectionHead } from '@/components/ui/section-head'
import { Mark } from '@/components/ui/status'
import { orderWords } from '@/domain/awards/next-act'
import { roundName } from '@/domain/rounds/round-name'
import type { Person } from '@/lib/access/actor'
import { mayRead } from '@/lib/access/policy'
import { LabelLink } from '../../_parts/label-link'
import type { loadManaged } from './load-award'

type Award = Awaited<ReturnType<typeof loadManaged>>['award']

/** What an award is made of, with ways to everything it rests on. */
export function AwardFacts({ award, person, zone }: { award: Award; person: Person; zone: string }) {
  const { rank, priceMinor, acceptBy, payBy, registrar, round, applicationId, label } = award
  return (
    <>
      <SectionHead title="The award" minor />
      <DefinitionList
        items={[
          { term: 'In order', value: orderWords(rank) },
          { term: 'Price', value: <Money minor={priceMinor} /> },
          { term: 'Accept before', value: <When at={acceptBy} zone={zone} /> },
          { term: 'Pay before', value: <When at={payBy} zone={zone} /> },
          {
            term: 'Registrar',
            value: (
              <>
                {registrar.name}, IANA id {registrar.ianaId}
                {registrar.status !== 'Accredited' && (
                  <Mark tone="bad" icon="triangle-alert">
                    Not accredited at present (R4.2)
                  </Mark>
                )}
              </>
            ),
          },
          {
            term: 'Round',
            value: (
              <Link href={`/admin/rounds/${round.id}`} prefetch={false}>
                Phase {round.phase}, {roundName(round)}
              </Link>
            ),
          },
          ...(mayRead(person, 'applications.manage') === 'yes'
            ? [
                {
                  term: 'Plan',
                  value: (
                    <Link href={`/admin/applications/${applicationId}`} prefetch={false}>
                      The application
                    </Link>
                  ),
                },
              ]
            : []),
          {
            term: 'Name',
            value: <LabelLink label={label}>Its moves</LabelLink>,
          },
        ]}
      />
    </>
  )
}
