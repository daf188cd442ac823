import { Button } from '@/components/ui/button'
import { RadioGroup } from '@/components/ui/radio-group'

/** What a search of accredited registrars found; `more` when it found more than it names. */
export type FoundRegistrars = { text: string; found: { ianaId: number; name: string }[]; more: boolean }

/** A search of accredited registrars that works by its address alone. `change` keeps that word in the address. */
export function SearchRegistrars({
  label,
  text,
  found,
  change = false,
}: FoundRegistrars & { label: string; change?: boolean }) {
  return (
    <>
      <form method="get" className="form">
        {change && <input type="hidden" name="change" value="1" />}
        <div className="field">
          <label htmlFor="q">{label}</label>
          <span className="hint" id="q-hint">
            Part of its name, or its IANA id. Only accredited registrars are listed.
          </span>
          <div className="row flex-nowrap">
            <input
              className="in"
              id="q"
              name="q"
              type="search"
              defaultValue={text}
              aria-describedby="q-hint"
              autoComplete="off"
              maxLength={100}
            />
            <Button type="submit" icon="search">
              Search
            </Button>
          </div>
        </div>
      </form>
      {text !== '' && found.length === 0 && (
        <p className="mt-6" role="status">
          No accredited registrar has “{text}” in its name. Try a shorter part of it, or the IANA id.
        </p>
      )}
    </>
  )
}

/** The choice among what was found, inside a form. One alone is chosen already. */
export function FoundChoice({ found, more }: Omit<FoundRegistrars, 'text'>) {
  return (
    <RadioGroup
      name="registrarIanaId"
      label={more ? 'The first 20 that match' : found.length === 1 ? 'One matches' : `${found.length} match`}
      hint={more ? 'Type more of the name to see others.' : undefined}
      options={found.map(({ ianaId, name }) => ({
        value: String(ianaId),
        label: name,
        hint: `IANA id ${ianaId}`,
      }))}
      defaultValue={found.length === 1 ? String(found[0]?.ianaId) : undefined}
    />
  )
}
