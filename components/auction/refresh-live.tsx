'use client'

import { useRouter } from 'next/navigation'
import { Icon, type IconName } from '@/components/ui/icon'
import type { Tone } from '@/components/ui/status'
import { type Connection, useLive } from './watch-live'

const words: Record<Connection, { word: string; tone: Tone; icon: IconName }> = {
  connecting: { word: 'Connecting', tone: 'quiet', icon: 'wifi' },
  live: { word: 'Live', tone: 'good', icon: 'wifi' },
  delayed: { word: 'Delayed', tone: 'warn', icon: 'wifi' },
  reconnecting: { word: 'Reconnecting', tone: 'warn', icon: 'wifi-off' },
  lost: { word: 'Connection lost, figures may be old', tone: 'bad', icon: 'wifi-off' },
}

/** How a page hears from the server, in words. */
export function ConnectionMark({
  connection,
  children,
}: {
  connection: Connection
  children?: React.ReactNode
}) {
  const { word, tone, icon } = words[connection]
  return (
    <span className="status" data-tone={tone}>
      <Icon name={icon} />
      {word}
      {children}
    </span>
  )
}

/** Renders the page anew, by its own queries, when one of the topics changed; what is typed in its forms stays. */
export function RefreshLive({ topics }: { topics: string[] }) {
  const router = useRouter()
  const connection = useLive(topics, async () => router.refresh())
  return <ConnectionMark connection={connection} />
}
