import { Frame } from '@/app/frame'

export default function DevLayout({ children }: { children: React.ReactNode }) {
  return <Frame>{children}</Frame>
}
