import { Frame } from '@/app/frame'

export default function RegisterLayout({ children }: { children: React.ReactNode }) {
  return <Frame>{children}</Frame>
}
