import type { Metadata } from 'next'
import { InvitationOver, TakeInvitation } from '@/app/invitation/_parts/take-invitation'
import { readInvitation } from '@/domain/organisations/queries'
import { memberPurpose, memberWords } from '@/domain/organisations/rules'
import { currentActor } from '@/lib/access/current-actor'
import { viewerZone } from '@/lib/time/viewer-zone'
import { sendAcceptance } from './actions'

export const metadata: Metadata = { title: 'Invitation', robots: { index: false }, referrer: 'same-origin' }

export default async function InvitationPage({ params }: PageProps<'/invitation/[token]'>) {
  const { token } = await params
  const invitation = await readInvitation(token)
  if (!invitation) return <InvitationOver ask="whoever invited you" />
  return (
    <div className="wrap page space-y-6">
      <h1>Act for {invitation.organisation}</h1>
      <p className="lede">
        {invitation.invitedBy} invites you as {memberWords[invitation.role].toLowerCase()}.{' '}
        {memberPurpose[invitation.role]}
      </p>
      <TakeInvitation
        invitation={invitation}
        token={token}
        here={`/invitation/${token}`}
        zone={await viewerZone()}
        actor={await currentActor()}
        action={sendAcceptance}
      />
    </div>
  )
}
