/** The same names as files. Plain anchors: these are not pages. `href` is the address of the JSON. */
export function Downloads({ href }: { href: string }) {
  return (
    <span className="row small [--gap:.8rem]">
      <a href={`${href}${href.includes('?') ? '&' : '?'}format=csv`}>CSV</a>
      <a href={href}>JSON</a>
    </span>
  )
}
