'use client'

import { EppCommand } from '@/components/allocations/epp-command'
import { CopyButton } from '@/components/ui/copy-button'
import { useFormAnswer } from '@/components/ui/form'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'

/** The button that shows the token and, in the answer to it alone, the token within its command. */
export function ShowToken({ label, canShow }: { label: string; canShow: boolean }) {
  const { shown } = useFormAnswer()
  if (shown?.token && shown.command)
    return (
      <div className="stack" role="status">
        <Notice tone="warn" title="This is the only time the token is shown">
          Keep it now: when you leave this page it is gone, and only its hash is kept.
        </Notice>
        <p className="lab">Your allocation token</p>
        <p className="row">
          <code className="mono brk" data-testid="token">
            {shown.token}
          </code>
          <CopyButton text={shown.token}>Copy the token</CopyButton>
        </p>
        <p className="lab">The command to send</p>
        <EppCommand label={label} command={shown.command} />
      </div>
    )
  if (!canShow) return null
  return (
    <div className="actions">
      <SubmitButton icon="key-round" busy="Making the token">
        Show the token once
      </SubmitButton>
    </div>
  )
}
