import type { Metadata } from 'next'
import { LabelName } from '@/components/labels/label-name'
import { When } from '@/components/time/when'
import { BackLink } from '@/components/ui/breadcrumb'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import { viewerZone } from '@/lib/time/viewer-zone'
import { loadExtendable } from '../../_parts/load-award'
import { askToExtend } from '../../actions'

type Props = PageProps<'/admin/awards/[awardId]/extend'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { award } = await loadExtendable((await params).awardId)
  return { title: `More time for ${award.label}.org` }
}

export default async function ExtendPage({ params }: Props) {
  const { award } = await loadExtendable((await params).awardId)
  const { id, state, label, acceptBy, payBy } = award
  const zone = await viewerZone()
  return (
    <div className="wrap page">
      <BackLink href={`/admin/awards/${id}`}>The award</BackLink>
      <div className="question">
        <h1>
          Give more time for <LabelName label={label} />
        </h1>
        <p className="lede">
          {state === 'offered' ? (
            <>
              It is to be accepted before <When at={acceptBy} zone={zone} /> and paid before{' '}
              <When at={payBy} zone={zone} />. Both move.
            </>
          ) : (
            <>
              It is to be paid in full before <When at={payBy} zone={zone} />.
            </>
          )}
        </p>
        <Form action={askToExtend}>
          <input type="hidden" name="awardId" value={id} />
          <TextInput name="days" label="Business days more" inputMode="numeric" short required />
          <TextArea
            name="reason"
            label="Reason"
            hint="It is public, and the applicant reads it. 10 to 500 characters."
            rows={4}
            maxLength={500}
            required
          />
          <div className="actions ruled">
            <SubmitButton variant="primary" icon="users">
              Ask a second officer
            </SubmitButton>
          </div>
        </Form>
      </div>
    </div>
  )
}
