import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { requirePerson } from '@/app/require-person'
import { Notice } from '@/components/ui/notice'
import { passkeysWork } from '@/domain/passkeys/relying-party'
import { secondFactorDue } from '@/domain/sessions/queries'
import { ownSecondFactor } from '@/domain/users/queries'
import { sameSitePath } from '@/lib/same-site-path'
import { ConfirmSession } from './_parts/confirm-session'
import { KeepApp } from './_parts/keep-app'
import { Passkeys } from './_parts/passkeys'
import { ScanPicture } from './_parts/scan-picture'
import { StartSetUp } from './_parts/start-set-up'

export const metadata: Metadata = { title: 'Second factor' }

export default async function SecondFactorPage({ searchParams }: PageProps<'/account/second-factor'>) {
  const asked = await searchParams
  const next = sameSitePath(asked.next)
  const person = await requirePerson({ account: true })
  const factor = await ownSecondFactor(person, undefined)
  if (!factor) redirect('/sign-in')
  return (
    <div className="space-y-6">
      {secondFactorDue(person) && (
        <Notice tone="warn" title="A second factor is needed first">
          Your roles act for the programme or bid. Both need a code from an app beside the password, or a
          passkey.
        </Notice>
      )}
      {factor.setUp ? (
        <ScanPicture setUp={factor.setUp} next={next} />
      ) : !factor.confirmedAt ? (
        <StartSetUp />
      ) : person.assurance < 2 || (asked.again && !person.freshFactor) ? (
        <ConfirmSession next={next} person={person} />
      ) : (
        <KeepApp confirmedAt={factor.confirmedAt} codesLeft={factor.recoveryCodesLeft} />
      )}
      {person.assurance >= 2 && !factor.setUp && passkeysWork() && <Passkeys person={person} />}
    </div>
  )
}
