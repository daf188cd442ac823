import { Frame } from '@/app/frame'

export default function ResetPasswordLayout({ children }: { children: React.ReactNode }) {
  return <Frame>{children}</Frame>
}
