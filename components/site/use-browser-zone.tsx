'use client'

/** Sends the surrounding form with the zone this browser is set to. */
export function UseBrowserZone() {
  return (
    <button
      className="link"
      type="button"
      onClick={(event) => {
        const form = event.currentTarget.form
        const select = form?.elements.namedItem('zone')
        if (!form || !(select instanceof HTMLSelectElement)) return
        const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
        select.add(new Option(timeZone, timeZone, true, true))
        form.submit()
      }}
    >
      Use my browser’s zone
    </button>
  )
}
