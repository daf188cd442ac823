/**
 * The few marks the rulebook uses (code, strong, emphasis), and its own paragraph numbers as links. Anything else is
 * plain text, so nothing in it can become markup.
 */
export function RuleText({ text, own }: { text: string; own?: string }) {
  const parts = text.split(/(`[^`]+`|\*\*[^*]+\*\*|\*[^*\s][^*]*\*|\bR\d+\.\d+\b)/)
  // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence are a fixed sequence
  return parts.map((part, index) => <Part key={`${index} ${part}`} part={part} own={own} />)
}

function Part({ part, own }: { part: string; own: string | undefined }) {
  if (/^`.+`$/.test(part)) {
    const code = part.slice(1, -1)
    return /^R\d+\.\d+$/.test(code) ? <RuleLink number={code} /> : <code className="mono">{code}</code>
  }
  if (/^\*\*.+\*\*$/.test(part)) return <strong>{part.slice(2, -2)}</strong>
  if (/^\*.+\*$/.test(part)) return <em>{part.slice(1, -1)}</em>
  return /^R\d+\.\d+$/.test(part) && part !== own ? <RuleLink number={part} /> : part
}

function RuleLink({ number }: { number: string }) {
  return <a href={`#${number}`}>{number}</a>
}
