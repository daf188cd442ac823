import { EppCommand } from '@/components/allocations/epp-command'
import { When } from '@/components/time/when'
import { Form } from '@/components/ui/form'
import { SectionHead } from '@/components/ui/section-head'
import type { CreateDetails } from '@/domain/allocations/epp'
import type { ownAllocation } from '@/domain/allocations/queries'
import { isUsable } from '@/domain/allocations/rules'
import { formatMoney } from '@/lib/money'
import { reveal } from '../actions'
import { FillIn } from './fill-in'
import { ShowToken } from './show-token'

export type OwnAllocation = NonNullable<Awaited<ReturnType<typeof ownAllocation>>>

type Props = {
  course: OwnAllocation
  details: CreateDetails
  problems: Record<string, string>
  now: Date
  zone: string
}

/** The exact command, and the token that belongs into it: shown once, in the answer to the button alone (R11). */
export function TokenPart({ course, details, problems, now, zone }: Props) {
  const { awardId, label, token, terms, registrar, command } = course
  if (!token || !command || (token.state !== 'issued' && token.state !== 'shown')) return null
  const canShow = token.state === 'issued' && isUsable(token, now) && registrar.canSponsor
  return (
    <section className="stack" aria-labelledby="token">
      <SectionHead title="Create the name" id="token" minor />
      <p>
        Send this command to the registry, with the token in its place, before{' '}
        <When at={token.expiresAt} zone={zone} />. The token works once, for {label}.org, from your account.
      </p>
      <p className="soft">
        {terms.feeMinor === undefined
          ? 'The name is not premium: the usual price of a .org name applies, and no fee extension is needed.'
          : `The name is premium, so the command acknowledges the registry’s fee (RFC 8748): ${formatMoney(terms.feeMinor)}.${terms.feeMinor === 0n ? ' Its price was paid to the programme already.' : ''}`}
      </p>
      <FillIn details={details} problems={problems} />
      <Form action={reveal}>
        <input type="hidden" name="awardId" value={awardId} />
        <input type="hidden" name="registrant" value={details.registrant} />
        <input type="hidden" name="years" value={details.years} />
        <input type="hidden" name="servers" value={details.nameServers.join(' ')} />
        {token.state === 'shown' && token.shownAt && (
          <p>
            The token was shown on <When at={token.shownAt} zone={zone} />. It is not kept, so it cannot be
            shown again; if it is lost, ask for a new one below.
          </p>
        )}
        <ShowToken label={label} canShow={canShow} />
      </Form>
      <details>
        <summary>The command without the token</summary>
        <div className="mt-4">
          <EppCommand label={label} command={command} />
        </div>
      </details>
    </section>
  )
}
