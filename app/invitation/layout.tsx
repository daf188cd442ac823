import { Frame } from '@/app/frame'

export default function InvitationLayout({ children }: { children: React.ReactNode }) {
  return <Frame>{children}</Frame>
}
