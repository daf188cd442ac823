import { Frame } from '@/app/frame'

export default function PortalLayout({ children }: { children: React.ReactNode }) {
  return <Frame>{children}</Frame>
}
