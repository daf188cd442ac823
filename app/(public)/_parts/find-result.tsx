import { Icon } from '@/components/ui/icon'

/** The way to a result by its name or by the reference number of an application for it. Works without script. */
export function FindResult({ value, error }: { value?: string; error?: string }) {
  return (
    <search aria-label="Find a result">
      <form className="field" action="/results">
        <label htmlFor="find-result">Name or reference number</label>
        {error && (
          <span className="err" id="find-result-error">
            <Icon name="circle-alert" />
            {error}
          </span>
        )}
        <div className="row flex-nowrap [--gap:.5rem]">
          <input
            className="in mono"
            id="find-result"
            name="q"
            defaultValue={value}
            placeholder="PIR-2026-Q7-K3ZE-9"
            autoComplete="off"
            spellCheck={false}
            maxLength={64}
            aria-invalid={error ? true : undefined}
            aria-describedby={error ? 'find-result-error' : undefined}
          />
          <button className="btn" type="submit">
            Check
          </button>
        </div>
      </form>
    </search>
  )
}
