import Link from 'next/link'
import { Notice } from '@/components/ui/notice'

/** Stands where the form was: what was asked for, and that it has not happened yet. */
export function Asked({ approvalId }: { approvalId: string }) {
  return (
    <div id="act" role="status">
      <Notice tone="good" title="A second person is asked">
        Nothing has changed yet. <Link href={`/admin/approvals/${approvalId}`}>See the request</Link>; it
        expires in 30 minutes.
      </Notice>
    </div>
  )
}
