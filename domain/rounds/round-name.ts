/** `Round 4, Six for the new year`; a round that is called only by its number is just `Round 4`. */
export function roundName({ number, name }: { number: number; name: string }): string {
  return withName(`Round ${number}`, ', ', name)
}

/** `Phase 1: The first names`; a phase that is called only by its number is just `Phase 1`. */
export function phaseName({ number, name }: { number: number; name: string }): string {
  return withName(`Phase ${number}`, ': ', name)
}

function withName(numbered: string, between: string, name: string): string {
  return name === '' || name === numbered ? numbered : `${numbered}${between}${name}`
}
