/** The frame of the form of an act, beside the board. */
export function Panel({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className="panel" id="act">
      <h2>{title}</h2>
      {children}
    </section>
  )
}
