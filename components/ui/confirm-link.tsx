'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import type { ErrorCode } from '@/lib/errors'

/**
 * The way to the second factor out of a form that was refused for want of it. It opens beside the form, so that what
 * was typed stays; nothing for any other refusal.
 */
export function ConfirmLink({ code }: { code: ErrorCode }) {
  const [path, query] = [usePathname(), useSearchParams().toString()]
  if (code !== 'access.second-factor-needed' && code !== 'access.confirm-again') return null
  const here = query ? `${path}?${query}` : path
  const again = code === 'access.confirm-again' ? '&again=1' : ''
  return (
    <p>
      <a
        href={`/account/second-factor?next=${encodeURIComponent(here)}${again}`}
        target="_blank"
        rel="noreferrer"
      >
        Enter a code in a new tab
      </a>
      , then come back here and press the button again. What you typed stays.
    </p>
  )
}
