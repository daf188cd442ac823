/** How many of each are under way in this process. */
const underWay = new Map<string, number>()

/**
 * Takes a place for something of which one person has only so many at once. Answers how to give it back, or undefined
 * when there is none. Counted in this process: behind several, a person has so many in each.
 */
export function takePlace(subject: string, most: number): (() => void) | undefined {
  const taken = underWay.get(subject) ?? 0
  if (taken >= most) return undefined
  underWay.set(subject, taken + 1)
  return () => {
    const left = (underWay.get(subject) ?? 1) - 1
    if (left > 0) underWay.set(subject, left)
    else underWay.delete(subject)
  }
}
