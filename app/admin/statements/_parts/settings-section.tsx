import { Form } from '@/components/ui/form'
import { RadioGroup } from '@/components/ui/radio-group'
import { SectionHead } from '@/components/ui/section-head'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import { type RevenueSettings, settingsWords } from '@/domain/statements/programme-revenue'
import { newId } from '@/lib/ids'
import { change } from '../actions'

/** How the Programme’s revenue counts, what Amendment No. 4 does not say of it, and the form that changes it. */
export function SettingsSection({
  settings,
  history,
  mayChange,
}: {
  settings: RevenueSettings
  history: (RevenueSettings & { reason: string })[]
  mayChange: boolean
}) {
  return (
    <section className="sec" aria-labelledby="settings">
      <SectionHead minor title="How the Programme’s revenue counts" id="settings" />
      <p className="mt-4">{settingsWords(settings)}</p>
      <p className="small soft mt-2">
        Amendment No. 4 says that it is considered, not whether gross or net, nor on which day. The choice is
        printed on every statement; frozen statements keep theirs.
      </p>
      {history.length > 0 && (
        <ul className="small mt-3">
          {history.map((version) => (
            <li key={version.version}>
              {settingsWords(version)} <span className="muted">{version.reason}</span>
            </li>
          ))}
        </ul>
      )}
      {mayChange && (
        <details className="pane mt-4">
          <summary>
            <b>Change it</b>
          </summary>
          <Form action={change} idempotencyKey={newId('set')} className="form mt-4">
            <RadioGroup
              name="basis"
              label="Which amount?"
              defaultValue={settings.basis}
              options={[
                { value: 'gross', label: 'Gross', hint: 'The price of the award.' },
                { value: 'net', label: 'Net', hint: 'Less the venue’s commission.' },
              ]}
            />
            <TextInput
              name="commission"
              label="Commission, per cent"
              hint="For net only, such as 2.5."
              inputMode="decimal"
              short
              optional
              defaultValue={settings.commissionBp > 0 ? `${settings.commissionBp / 100}` : ''}
            />
            <RadioGroup
              name="recognition"
              label="On which day?"
              defaultValue={settings.recognition}
              options={[
                { value: 'payment', label: 'When the price is paid in full' },
                { value: 'award', label: 'When the name is awarded' },
              ]}
            />
            <TextArea name="reason" label="Reason" rows={2} maxLength={500} />
            <div className="actions">
              <SubmitButton icon="users" busy="Asking">
                Ask a second person to approve
              </SubmitButton>
            </div>
          </Form>
        </details>
      )}
    </section>
  )
}
