const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const TENS = 'zero ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const SCALES = ['', ' thousand', ' million', ' billion', ' trillion']

/**
 * An amount of whole cents in words, `1250050n` → `twelve thousand five hundred dollars and 50 cents`, so that a nought
 * too many is heard and seen. Up to the most the portal takes (10^15 cents).
 */
export function spellAmount(minor: bigint): string {
  const dollars = minor / 100n
  const cents = minor % 100n
  const whole = `${inWords(dollars)} ${dollars === 1n ? 'dollar' : 'dollars'}`
  return cents === 0n ? whole : `${whole} and ${cents} ${cents === 1n ? 'cent' : 'cents'}`
}

function inWords(whole: bigint): string {
  if (whole === 0n) return 'zero'
  const groups: string[] = []
  let rest = whole
  for (const scale of SCALES) {
    const group = Number(rest % 1000n)
    if (group > 0) groups.unshift(`${belowThousand(group)}${scale}`)
    rest /= 1000n
  }
  return groups.join(' ')
}

function belowThousand(value: number): string {
  const hundreds = Math.floor(value / 100)
  const rest = value % 100
  const tail =
    rest < 20 ? SMALL[rest] : [TENS[Math.floor(rest / 10)], SMALL[rest % 10]].filter(isSaid).join('-')
  if (hundreds === 0) return tail ?? ''
  return rest === 0 ? `${SMALL[hundreds]} hundred` : `${SMALL[hundreds]} hundred and ${tail}`
}

const isSaid = (word: string | undefined) => word !== 'zero'
