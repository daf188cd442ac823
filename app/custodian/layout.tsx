import { Frame } from '@/app/frame'

export default function CustodianLayout({ children }: { children: React.ReactNode }) {
  return <Frame>{children}</Frame>
}
