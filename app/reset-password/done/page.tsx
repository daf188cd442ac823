import type { Metadata } from 'next'
import { Button } from '@/components/ui/button'

export const metadata: Metadata = { title: 'Your password is set' }

export default function ResetDonePage() {
  return (
    <div className="wrap page stack">
      <h1>Your password is set</h1>
      <p className="lede">Every session of your account has ended. Sign in with the new password.</p>
      <p>
        <Button href="/sign-in" variant="primary">
          Sign in
        </Button>
      </p>
    </div>
  )
}
