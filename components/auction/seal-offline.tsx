import { useRef, useState } from 'react'
import { CopyButton } from '@/components/ui/copy-button'
import { toBase64 } from '@/sealing/base64'
import { commitmentOf } from '@/sealing/commitment'
import { isEnvelope, MOST_BYTES } from '@/sealing/envelope'
import type { SealTo } from './seal-in-browser'
import { sendBid } from './send-bid'

/**
 * For whoever does not want to trust this page with the amount: the bid is sealed with the stock `age` tool on a machine
 * of one’s own, and the file is handed in here (R8.1).
 */
export function SealOffline({
  to,
  disabled,
  onAnswer,
}: {
  to: SealTo
  disabled: boolean
  onAnswer: () => void
}) {
  const [key, setKey] = useState<string>()
  const [said, setSaid] = useState<string>()
  const file = useRef<HTMLInputElement>(null)
  const { roundId, lotId, bidderId, recipient } = to
  const command = `printf '%-4096s' '{"amount_minor":"CENTS","bidder":"${bidderId}","currency":"USD","docs":[],"idem":"${key}","lot":"${lotId}","nonce":"'$(openssl rand -base64 32)'","round":"${roundId}","v":1}' > bid.txt\nage -r ${recipient} -o bid.age bid.txt`

  async function handIn() {
    const chosen = file.current?.files?.[0]
    if (!chosen || !key) return setSaid('Choose the file bid.age first.')
    if (chosen.size > MOST_BYTES) return setSaid('This is no sealed bid: it is too large.')
    const bytes = new Uint8Array(await chosen.arrayBuffer())
    if (!isEnvelope(bytes))
      return setSaid(
        'This is no sealed bid. Use the two commands as they stand, without -a, and choose bid.age.',
      )
    setSaid('Handing in …')
    const sealed = { ciphertext: toBase64(bytes), commitment: commitmentOf(bytes) }
    const bid = { key, lotId, body: { amountMinor: '0' }, sealed }
    const answer = await sendBid(
      bid,
      () => setSaid('We are checking whether it arrived. Do not send it again.'),
      () => false,
    )
    setSaid(answer?.kind === 'accepted' ? 'Accepted. Your receipt is in the log.' : answer?.message)
    setKey(undefined)
    onAnswer()
  }

  return (
    <details
      className="mt-4"
      onToggle={(event) => event.currentTarget.open && setKey((was) => was ?? crypto.randomUUID())}
    >
      <summary>Seal it yourself with the age tool</summary>
      {key && (
        <>
          <p className="small mt-2">
            You need <b>age 1.3 or later</b>. Put your amount in whole cents where it says CENTS, run the two
            commands, and hand in the file bid.age. It counts for this page and this visit only.
          </p>
          <pre className="mono small mt-2 max-h-40 overflow-auto whitespace-pre-wrap break-all">
            {command}
          </pre>
          <CopyButton text={command}>Copy the commands</CopyButton>
          <p className="mt-3">
            <label className="small" htmlFor="sealed-file">
              The file bid.age
            </label>
            <input ref={file} id="sealed-file" type="file" accept=".age" className="block" />
          </p>
          <button type="button" className="btn s mt-2" disabled={disabled} onClick={() => void handIn()}>
            Hand in the sealed file
          </button>
        </>
      )}
      <p className="small mt-2" role="status">
        {said}
      </p>
    </details>
  )
}
