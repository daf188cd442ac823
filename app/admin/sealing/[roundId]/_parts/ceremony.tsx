import { Form } from '@/components/ui/form'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { SHARES } from '@/sealing/thresholds'
import { askToPublish } from '../../actions'
import type { Found } from './found'

/** How the key is made away from the portal, and where what is left of it is handed in. */
export function Ceremony({ found: { round, custodians, newest } }: { found: Found }) {
  const ready = custodians.filter(({ recipient }) => recipient !== null)
  if (ready.length < SHARES)
    return (
      <Notice tone="warn" title={`${ready.length} of 5 custodians have registered a key`}>
        A ceremony needs five custodians, of three employers or more, each with a key of its own. They
        register it at their own page.
      </Notice>
    )
  return (
    <>
      {newest && round.state === 'bidding' && (
        <Notice tone="warn" title="Bids that were handed in will have to be handed in again">
          While bidding is open, do this only when two custodians are lost. The new key takes effect with its
          fourth proof.
        </Notice>
      )}
      <ol className="list-decimal space-y-2 ps-6">
        <li>
          Download <Holders roundId={round.id} ready={ready} />
        </li>
        <li>
          Download{' '}
          <a href="/verify/ceremony.mjs" download>
            the ceremony, ceremony.mjs
          </a>
          : one file that runs with Node 22 or later, without a network.
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

/** The list that the ceremony reads; with more than five custodians, of those who are ticked. */
function Holders({ roundId, ready }: { roundId: string; ready: Found['custodians'] }) {
  const list = `/admin/sealing/${roundId}/custodians`
  if (ready.length === SHARES) return <a href={list}>the list of custodians, custodians.json</a>
  return (
    <form action={list} className="stack">
      <fieldset>
        <legend>the list of custodians, custodians.json. Choose the five who are to hold a share.</legend>
        {ready.map(({ userId, name, employer }) => (
          <label key={userId} className="opt">
            <input type="checkbox" name="custodian" value={userId} />
            <span>
              {name} <small>{employer}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <p>
        <button type="submit" className="btn s">
          Download the list
        </button>
      </p>
    </form>
  )
}
