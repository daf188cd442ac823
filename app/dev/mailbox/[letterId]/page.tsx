import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { When } from '@/components/time/when'
import { BackLink } from '@/components/ui/breadcrumb'
import { DefinitionList } from '@/components/ui/definition-list'
import { readLetter } from '@/domain/mail/queries'
import { env } from '@/env'
import { viewerZone } from '@/lib/time/viewer-zone'

export const metadata: Metadata = { title: 'Letter' }

export default async function LetterPage({ params }: PageProps<'/dev/mailbox/[letterId]'>) {
  const letter = await readLetter((await params).letterId)
  if (!letter) notFound()
  return (
    <div className="wrap page stack">
      <BackLink href="/dev/mailbox">Development mailbox</BackLink>
      <h1 className="text-34">{letter.subject}</h1>
      <DefinitionList
        items={[
          { term: 'To', value: letter.to },
          { term: 'From', value: env.MAIL_FROM },
          {
            term: 'Delivered',
            value: letter.sentAt && <When at={letter.sentAt} zone={await viewerZone()} />,
          },
        ]}
      />
      <div className="letter max-w-[42rem] whitespace-pre-wrap break-words">{withLinks(letter.text)}</div>
    </div>
  )
}

/** Links of the portal become links; everything else stays the plain text it is. */
function withLinks(text: string) {
  const home = new URL(env.PORTAL_URL).origin
  const pieces = text.split(/(https?:\/\/[^\s]+[^\s.,:])/)
  return pieces.map((piece) =>
    piece.startsWith(`${home}/`) ? (
      <a key={piece} href={piece.slice(home.length)}>
        {piece}
      </a>
    ) : (
      piece
    ),
  )
}
