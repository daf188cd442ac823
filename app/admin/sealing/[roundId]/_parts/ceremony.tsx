import { Form } from '@/components/ui/form'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { askToPublish } from '../../actions'
import type { Found } from './found'

/** How the key is made away from the portal, and where what is left of it is handed in. */
export function Ceremony({ found: { round, custodians, newest } }: { found: Found }) {
  const ready = custodians.filter(({ recipient }) => recipient !== null).length
  if (ready !== 5)
    return (
      <Notice tone="warn" title={`${ready} of 5 custodians have registered a key`}>
        A ceremony needs exactly five custodians, of three employers or more, each with a key of its own.
      </Notice>
    )
  return (
    <>
      {newest && round.state === 'bidding' && (
        <Notice tone="warn" title="Bids that were handed in will have to be handed in again">
          Only do this while bidding is open, when two custodians are lost. It takes effect with the fourth
          proof.
        </Notice>
      )}
      <ol className="list-decimal space-y-2 ps-6">
        <li>
          Download <a href={`/admin/sealing/${round.id}/custodians`}>the list of custodians</a> and{' '}
          <a href="/verify/ceremony.mjs" download>
            the ceremony
          </a>{' '}
          (one file, runs with Node 22 or later).
        </li>
        <li>
          Take both to a computer that is not connected to anything, before two witnesses, and run{' '}
          <code className="mono">node ceremony.mjs custodians.json ceremony.json</code>. The secret exists
          only while it runs.
        </li>
        <li>Paste what it wrote, ceremony.json, here. It holds wrapped shares and hashes, and no secret.</li>
      </ol>
      <Form action={askToPublish}>
        <input type="hidden" name="roundId" value={round.id} />
        <TextArea name="ceremony" label="ceremony.json" rows={5} required />
        <div className="actions ruled">
          <SubmitButton icon="users">Ask a second officer to publish the key</SubmitButton>
        </div>
      </Form>
    </>
  )
}
