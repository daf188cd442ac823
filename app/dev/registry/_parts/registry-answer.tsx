'use client'

import { useFormAnswer } from '@/components/ui/form'
import { Notice } from '@/components/ui/notice'

/** What the stand-in registry answered to the command. */
export function RegistryAnswer() {
  const { shown } = useFormAnswer()
  if (!shown) return null
  const done = shown.code === '1000'
  return (
    <div role="status">
      <Notice tone={done ? 'good' : 'bad'} title={`${shown.code} ${shown.message}`}>
        {!done
          ? 'Nothing was changed. Where the command named a token, the portal was told by a signed report.'
          : shown.outcome === 'redeemed'
            ? 'The name is created, and the portal was told by a signed report. It looks the name up within a minute; then it is allocated.'
            : 'It is done, and the portal was told by a signed report.'}
      </Notice>
    </div>
  )
}
