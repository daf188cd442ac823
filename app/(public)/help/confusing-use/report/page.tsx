import type { Metadata } from 'next'
import { BackLink } from '@/components/ui/breadcrumb'
import { Form } from '@/components/ui/form'
import { RadioGroup } from '@/components/ui/radio-group'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import { capacityWords } from '@/domain/cases/rules'
import { sendReport } from '../actions'

export const metadata: Metadata = { title: 'Report a name' }

type Props = PageProps<'/help/confusing-use/report'>

/** The report of a government or a country-code manager (R13.1). */
export default async function ReportPage({ searchParams }: Props) {
  const { label } = await searchParams
  return (
    <div className="wrap page">
      <div className="question">
        <BackLink href="/help/confusing-use">Report confusing use</BackLink>
        <h1>Report a name</h1>
        <Form action={sendReport} className="form mt-6">
          <TextInput
            name="label"
            label="Name"
            hint="Two letters, such as zz or zz.org."
            mono
            short
            autoComplete="off"
            defaultValue={typeof label === 'string' ? label.slice(0, 6) : ''}
          />
          <TextInput
            name="url"
            label="Address of the page you mean"
            hint="Such as https://zz.org/page. We keep it as text."
            type="url"
            autoComplete="off"
          />
          <TextArea
            name="report"
            label="What is confusing"
            hint="What is taken for yours, since when, and by whom. The registrant reads this."
            maxLength={5000}
          />
          <RadioGroup
            name="capacity"
            label="For whom do you write?"
            options={Object.entries(capacityWords).map(([value, text]) => ({ value, label: text }))}
          />
          <TextInput
            name="organisation"
            label="Its name"
            hint="Such as the ministry. The registrant reads it."
            autoComplete="organization"
          />
          <TextInput name="name" label="Your name" hint="Only officers read it." autoComplete="name" />
          <TextInput
            name="email"
            label="Your e-mail address at work"
            hint="We send a link there to confirm; then the report counts."
            type="email"
            autoComplete="email"
          />
          <div className="sr-only" aria-hidden="true">
            <label htmlFor="homepage">Leave this empty</label>
            <input id="homepage" name="homepage" tabIndex={-1} autoComplete="off" />
          </div>
          <div className="actions">
            <SubmitButton busy="Sending">Send the report</SubmitButton>
          </div>
        </Form>
      </div>
    </div>
  )
}
