'use client'

/** Ticks or clears every name of the table it heads. */
export function SelectAllNames() {
  return (
    <input
      type="checkbox"
      aria-label="Choose every name on this page"
      onChange={({ currentTarget }) => {
        const boxes = currentTarget.form?.querySelectorAll<HTMLInputElement>('input[name="label"]') ?? []
        for (const box of boxes) box.checked = currentTarget.checked
      }}
    />
  )
}
