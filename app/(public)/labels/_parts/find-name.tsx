import { Icon } from '@/components/ui/icon'

/** The fastest way to a name: type it, press Enter. Works without script; what is no name is answered here. */
export function FindName({ value, error }: { value?: string | undefined; error?: string | undefined }) {
  return (
    <search aria-label="Go to a name">
      <form action="/labels" id="find">
        <label className="lab" htmlFor="find-name">
          Go to a name
        </label>
        {error && (
          <p className="err" id="find-name-error" role="alert">
            <Icon name="circle-alert" />
            {error}
          </p>
        )}
        <div className="find-name">
          <input
            id="find-name"
            name="q"
            defaultValue={value}
            placeholder="q7"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={64}
            aria-invalid={error ? true : undefined}
            aria-describedby={error ? 'find-name-error' : undefined}
          />
          <button className="btn quiet s" type="submit">
            Go <kbd>Enter</kbd>
          </button>
        </div>
      </form>
    </search>
  )
}
