import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'

/**
 * In place of what is done only with the second factor, for someone without it: why, and the way there and back. Shown
 * before anything is typed.
 * @param here the path to come back to
 */
export function SecondFactorFirst({ here, children }: { here: string; children: React.ReactNode }) {
  return (
    <div className="stack">
      <Notice tone="warn" title="This needs your second factor">
        {children} A password alone can be stolen, so a code from your authenticator app is asked for as well.
      </Notice>
      <div className="actions">
        <Button href={`/account/second-factor?next=${encodeURIComponent(here)}`} variant="primary">
          Set up or confirm the second factor
        </Button>
      </div>
    </div>
  )
}
