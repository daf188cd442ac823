import { Mark } from '@/components/ui/status'

/** Whether events are sent, and whether they arrive. */
export function WebhookState({
  webhook,
}: {
  webhook: { disabledAt: Date | null; failingSince: Date | null }
}) {
  if (webhook.disabledAt)
    return (
      <Mark tone="bad" icon="circle-x">
        Disabled
      </Mark>
    )
  if (webhook.failingSince)
    return (
      <Mark tone="warn" icon="triangle-alert">
        Not taken, tried again
      </Mark>
    )
  return (
    <Mark tone="good" icon="circle-check">
      On
    </Mark>
  )
}
