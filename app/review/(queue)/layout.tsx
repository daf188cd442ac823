import { Frame } from '@/app/frame'

export default function QueueLayout({ children }: { children: React.ReactNode }) {
  return <Frame>{children}</Frame>
}
