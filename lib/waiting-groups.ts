/** Members of one group that are served together, in order of arrival. */
export type Batch<M> = { group: string; members: M[] }

/** What waits for the same thing is served together, in order of arrival; several groups may share one serving. */
type Options<M> = {
  /** The most that may wait in one group; the next one is turned away. */
  longest: number
  /** The most that are served together, of one group or of several. */
  together: number
  /** The most that one holder may have waiting in one group. */
  share: number
  /** The most servings at the same moment. */
  atOnce: () => number
  /** The most of them that take up whatever is due: the fewer, the more share one. */
  sharing: number
  /**
   * Serves batches of different groups in one go, and never rejects: every member gets its answer in here, or `apart`
   * says that none has one yet and each batch shall be served alone.
   */
  serveShared: (batches: readonly Batch<M>[]) => Promise<'served' | 'apart'>
  /** Serves one batch. Never rejects: every member gets its answer in here. */
  serveAlone: (batch: Batch<M>) => Promise<void>
}

/**
 * Collects members per group while the group's last batch is being served, then serves all of them as the next batch,
 * together with whatever else is due. A member that finds its group idle waits for nothing but a serving.
 * @returns a function that joins a group, or says why not: the group is full, or the member's holder has its share of it
 */
export function waitingGroups<M extends { holder?: string | undefined }>(options: Options<M>) {
  const { longest, together, share, atOnce, sharing } = options
  const waiting = new Map<string, M[]>()
  const due: string[] = []
  const apart: Batch<M>[] = []
  let alone = 0
  let shared = 0

  function next(): void {
    while (alone + shared < atOnce()) {
      const batch = apart.shift()
      if (batch) void inOwn(batch)
      else if (due.length > 0 && shared < sharing) void inOne(takeDue())
      else return
    }
  }

  /** A group being served stays in `waiting`, so it is not due until its batch is done. */
  function takeDue(): Batch<M>[] {
    const batches: Batch<M>[] = []
    for (let left = together; left > 0 && due.length > 0; ) {
      const group = due.shift() as string
      const members = (waiting.get(group) as M[]).splice(0, left)
      batches.push({ group, members })
      left -= members.length
    }
    return batches
  }

  async function inOne(batches: Batch<M>[]): Promise<void> {
    shared++
    const outcome = await options.serveShared(batches)
    shared--
    if (outcome === 'apart') apart.push(...batches)
    else for (const { group } of batches) finish(group)
    next()
  }

  async function inOwn(batch: Batch<M>): Promise<void> {
    alone++
    await options.serveAlone(batch)
    alone--
    finish(batch.group)
    next()
  }

  function finish(group: string): void {
    if (waiting.get(group)?.length === 0) waiting.delete(group)
    else due.push(group)
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
