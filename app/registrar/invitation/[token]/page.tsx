import type { Metadata } from 'next'
import { InvitationOver, TakeInvitation } from '@/app/invitation/_parts/take-invitation'
import { readRegistrarInvitation } from '@/domain/registrars/officer-queries'
import { currentActor } from '@/lib/access/current-actor'
import { viewerZone } from '@/lib/time/viewer-zone'
import { sendAcceptance } from './actions'

export const metadata: Metadata = {
  title: 'Act for a registrar',
  robots: { index: false },
  referrer: 'same-origin',
}

export default async function RegistrarInvitationPage({
  params,
}: PageProps<'/registrar/invitation/[token]'>) {
  const { token } = await params
  const invitation = await readRegistrarInvitation(token)
  if (!invitation) return <InvitationOver ask="the programme" />
  return (
    <div className="wrap page space-y-6">
      <h1>Act for {invitation.registrar}</h1>
      <p className="lede">
        You would confirm which applicants {invitation.registrar} (IANA id {invitation.ianaId}) sponsors, and
        take over the tokens that create the names they are awarded.
      </p>
      <TakeInvitation
        invitation={invitation}
        token={token}
        here={`/registrar/invitation/${token}`}
        zone={await viewerZone()}
        actor={await currentActor()}
        action={sendAcceptance}
      />
    </div>
  )
}
