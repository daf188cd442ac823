'use client'

/** Puts the text of a chosen file into the field below; without script it is pasted there. */
export function ReadCsvFile({ into }: { into: string }) {
  return (
    <div className="field scripted">
      <label htmlFor={`${into}-file`}>From a file</label>
      <input
        id={`${into}-file`}
        type="file"
        accept=".csv,text/csv"
        className="in"
        onChange={async ({ target }) => {
          const field = target.form?.elements.namedItem(into)
          const text = await target.files?.[0]?.text()
          if (field instanceof HTMLTextAreaElement && text !== undefined) field.value = text
        }}
      />
    </div>
  )
}
