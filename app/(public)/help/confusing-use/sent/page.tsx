import type { Metadata } from 'next'
import { BackLink } from '@/components/ui/breadcrumb'
import { CONFIRM_DAYS } from '@/domain/cases/rules'

export const metadata: Metadata = { title: 'Confirm by mail' }

export default function SentPage() {
  return (
    <div className="wrap page">
      <div className="question">
        <BackLink href="/help/confusing-use">Report confusing use</BackLink>
        <h1>Now confirm by mail</h1>
        <p className="lede">
          We sent a link to the address you gave. Open it within {CONFIRM_DAYS} days and confirm: the report
          counts from then on, and you get a case number.
        </p>
        <p className="soft">Nothing came? Look among unwanted mail, or send the report again.</p>
      </div>
    </div>
  )
}
