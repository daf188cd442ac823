/**
 * The frame around a `<table className="tbl">`: it scrolls by itself on narrow screens and can be reached and scrolled
 * with the keyboard. `label` names the region; give the table its own caption.
 */
export function TableFrame({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable with the keyboard
    <section className="tbl-x" aria-label={label} tabIndex={0}>
      {children}
    </section>
  )
}
