import Link from 'next/link'
import { Checkbox } from '@/components/ui/checkbox'
import { Form } from '@/components/ui/form'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { classOf } from '@/domain/labels/rules'
import { newId } from '@/lib/ids'
import { submit } from '../actions'

/**
 * What becomes binding, the representations of R5.4, and the button that says what it does. The one about country codes
 * is asked for names of two letters alone.
 */
export function SubmitDeclaration({
  applicationId,
  label,
  checkedHash,
  rules,
  isOwner,
  replaces,
}: {
  applicationId: string
  label: string
  checkedHash: string
  rules: { version: string; hash: string }
  isOwner: boolean
  replaces: boolean
}) {
  if (!isOwner)
    return (
      <div className="mt-8">
        <Notice title="An owner of your organisation submits">
          You can change answers until then. Ask an owner to open this page.
        </Notice>
      </div>
    )
  return (
    <section className="mt-10" aria-labelledby="declaration">
      <h2 id="declaration">Declaration</h2>
      <Notice tone="warn" title="The dates of your launch plan become commitments">
        If you are awarded {label}.org, they are published and checked (R12). You can replace or withdraw your
        application until applications close; the versions you submitted are kept.
      </Notice>
      <Form action={submit} idempotencyKey={newId('sub')} className="form mt-6">
        <input type="hidden" name="applicationId" value={applicationId} />
        <input type="hidden" name="checkedHash" value={checkedHash} />
        <input type="hidden" name="rulesVersion" value={rules.version} />
        <Checkbox
          name="accuracy"
          label="What I submit is accurate and complete to the best of my knowledge"
        />
        {classOf(label) === 'letter-letter' && (
          <Checkbox
            name="government"
            label={`If awarded ${label}.org, my organisation takes steps against falsely implying affiliation with a government or a country-code manager`}
          />
        )}
        <Checkbox
          name="rules"
          label={
            <>
              I accept <Link href="/rules">the rules of the programme, version {rules.version}</Link>
              <small>
                SHA-256 <span className="mono break-all">{rules.hash}</span>
              </small>
            </>
          }
        />
        <div className="actions ruled">
          <SubmitButton busy="Submitting">
            {replaces
              ? 'Submit again and replace the earlier version'
              : `Submit application for ${label}.org`}
          </SubmitButton>
        </div>
      </Form>
    </section>
  )
}
