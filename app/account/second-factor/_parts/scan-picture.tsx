import { renderSVG } from 'uqr'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { confirmSetUp, startSetUp } from '../actions'
import { CodeInput } from './code-input'

/** The picture to scan, the same as text, and the first code as proof that it worked. */
export function ScanPicture({ setUp, next }: { setUp: { uri: string; typed: string }; next: string }) {
  const picture = renderSVG(setUp.uri, { border: 3, whiteColor: '#fff', blackColor: '#000' })
  return (
    <section className="space-y-6">
      <h2>Scan, then enter the code</h2>
      <div className="row items-start [--gap:2rem]">
        <span
          role="img"
          aria-label="QR code for your authenticator app"
          className="block w-[220px] border border-hairline [&>svg]:block"
          // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn here from our own address of the seed
          dangerouslySetInnerHTML={{ __html: picture }}
        />
        <div className="stack max-w-[26rem]">
          <p>Scan this picture with your authenticator app, or type the key into it:</p>
          <p className="mono brk">{setUp.typed}</p>
          <p className="small soft">Anyone who has this key has your codes. It is shown only now.</p>
        </div>
      </div>
      <Form action={confirmSetUp}>
        <input type="hidden" name="next" value={next} />
        <CodeInput label="Code that the app shows" />
        <div className="actions">
          <SubmitButton>Confirm</SubmitButton>
        </div>
      </Form>
      <Form action={startSetUp}>
        <div className="actions">
          <SubmitButton variant="quiet" size="s">
            Start again with a new picture
          </SubmitButton>
        </div>
      </Form>
    </section>
  )
}
