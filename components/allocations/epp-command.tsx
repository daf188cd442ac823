import { CopyButton } from '@/components/ui/copy-button'
import { Icon } from '@/components/ui/icon'

/** An EPP command as it is sent, to copy or to keep as a file. It is never fetched: it stands in this page alone. */
export function EppCommand({
  label,
  command,
  does = 'create',
}: {
  label: string
  command: string
  does?: 'create' | 'update'
}) {
  return (
    <figure className="stack [--gap:0.75rem]">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable with the keyboard */}
      <section aria-label={`EPP command that ${does}s ${label}.org`} tabIndex={0}>
        <pre className="cmd">{command}</pre>
      </section>
      <figcaption className="row">
        <CopyButton text={command}>Copy the command</CopyButton>
        <a
          className="btn s"
          download={`${does}-${label}.org.xml`}
          href={`data:application/xml;charset=utf-8,${encodeURIComponent(command)}`}
        >
          <Icon name="download" size="s" />
          <span>Download it</span>
        </a>
      </figcaption>
    </figure>
  )
}
