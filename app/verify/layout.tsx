import { Frame } from '@/app/frame'

export default function VerifyLayout({ children }: { children: React.ReactNode }) {
  return <Frame>{children}</Frame>
}
