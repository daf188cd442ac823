/** Words of a name that say only what kind of body it is. */
const kinds = new Set(
  'association charity charitable co company corp corporation ev ev. foundation gmbh inc incorporated limited llc ltd nonprofit org organisation organization plc sa society stiftung the trust verein of and for e v'.split(
    ' ',
  ),
)

/** The telling words of an organisation's name: without case, accents, punctuation and what kind of body it is. */
function tellingWords(name: string): string[] {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const words = plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
  return words.filter((word) => !kinds.has(word))
}

/**
 * Whether two names may well be of one organisation: the telling words of the shorter stand in the other in their order. A
 * sign to ask about, no proof; one short word alone is none.
 */
export function mayBeSame(one: string, other: string): boolean {
  const [short, long] = [tellingWords(one), tellingWords(other)].sort((a, b) => a.length - b.length) as [
    string[],
    string[],
  ]
  if (short.length === 0 || (short.length === 1 && short[0]!.length < 4)) return false
  return ` ${long.join(' ')} `.includes(` ${short.join(' ')} `)
}
