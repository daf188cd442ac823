import { keepBidding, newBook } from './bidders.mjs'

/** 256 bidders and as many readers at once, on webs whose pools hold five connections: whoever asks is answered. */
export async function fault(world, { makeAuction, short }) {
  const auction = await makeAuction({ lots: 16, bidders: 256, lotsEach: 1 })
  const until = performance.now() + (short ? 2_500 : 15_000)
  const book = newBook()
  const read = { answered: 0, failed: 0 }
  const keepReading = async (_, index) => {
    while (performance.now() < until) {
      const lot = auction.lots[index % auction.lots.length]
      const answer = await fetch(`${world.origin}/api/v1/lots/${lot}`, {
        signal: AbortSignal.timeout(10_000),
      }).catch(() => undefined)
      await answer?.arrayBuffer()
      read[answer?.ok ? 'answered' : 'failed']++
    }
  }
  await Promise.all([
    keepBidding(world.origin, auction, () => performance.now() > until, book),
    ...Array.from({ length: 256 }, keepReading),
  ])
  const problems = read.failed > 0 ? [`${read.failed} readers had no answer within ten seconds.`] : []
  return { auction, book, problems, did: `${read.answered} reads beside` }
}
