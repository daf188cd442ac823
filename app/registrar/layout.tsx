import { Frame } from '@/app/frame'

export default function RegistrarLayout({ children }: { children: React.ReactNode }) {
  return <Frame>{children}</Frame>
}
