/** What waits for the same thing is served together, in order of arrival. */
type Options<M> = {
  /** The most that may wait in one group; the next one is turned away. */
  longest: number
  /** The most that are served together. */
  together: number
  /** The most that one holder may have waiting in one group. */
  share: number
  /** The most groups that are served at the same moment. */
  atOnce: () => number
  /** Serves members of one group. Never rejects: every member gets its answer in here. */
  serve: (group: string, members: M[]) => Promise<void>
}

/**
 * Collects members per group while the group's last batch is being served, then serves all of them as the next batch.
 * A member that finds its group idle waits for nothing but the end of this turn of the event loop.
 * @returns a function that joins a group, or says why not: the group is full, or the member's holder has its share of it
 */
export function waitingGroups<M extends { holder?: string | undefined }>({
  longest,
  together,
  share,
  atOnce,
  serve,
}: Options<M>) {
  const waiting = new Map<string, M[]>()
  const due: string[] = []
  let served = 0

  function next(): void {
    while (due.length > 0 && served < atOnce()) void serveOnce(due.shift() as string)
  }

  /** A group being served stays in `waiting`, so it is not due until its batch is done. */
  async function serveOnce(group: string): Promise<void> {
    const members = waiting.get(group) as M[]
    served++
    await serve(group, members.splice(0, together))
    served--
    if (members.length === 0) waiting.delete(group)
    else due.push(group)
    next()
  }

  return function join(group: string, member: M): 'full' | 'over-share' | undefined {
    const members = waiting.get(group)
    if (members && members.length >= longest) return 'full'
    if (members && hasItsShare(members, member.holder)) return 'over-share'
    if (members) members.push(member)
    else {
      waiting.set(group, [member])
      due.push(group)
      setImmediate(next)
    }
    return undefined
  }

  function hasItsShare(members: readonly M[], holder: string | undefined): boolean {
    return holder !== undefined && members.filter((each) => each.holder === holder).length >= share
  }
}
