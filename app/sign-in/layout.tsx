import { Frame } from '@/app/frame'

export default function SignInLayout({ children }: { children: React.ReactNode }) {
  return <Frame>{children}</Frame>
}
