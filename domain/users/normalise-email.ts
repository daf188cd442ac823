/**
 * The one spelling of an e-mail address: trimmed, NFKC, lower case, ASCII. Undefined when it is none that we mail to.
 * An allow-list rather than the full grammar: quotes, commas, comments and a second `@` have delivered other people's
 * mail before, and a look-alike `＠` becomes a plain one only after it was checked not to be there.
 */
export function normaliseEmail(text: string): string | undefined {
  const plain = text.trim().toLowerCase()
  if (plain.length > 254 || plain.normalize('NFKC') !== plain) return undefined
  const [local = '', domain = '', ...more] = plain.split('@')
  if (more.length > 0 || local.length > 64) return undefined
  if (!/^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/.test(local)) return undefined
  if (!/^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/.test(domain))
    return undefined
  return plain
}
