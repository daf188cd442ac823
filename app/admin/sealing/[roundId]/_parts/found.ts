import type { sealingOfRound } from '@/domain/sealing/queries'

export type Found = NonNullable<Awaited<ReturnType<typeof sealingOfRound>>>

/** How many who hold a share of the key that counts are still custodians; undefined while none counts. */
export function holdersLeft({ keys, provenKeyId, custodians }: Found): number | undefined {
  const key = keys.find(({ id }) => id === provenKeyId)
  const present = new Set(custodians.map(({ userId }) => userId))
  return key?.shares.filter(({ userId }) => present.has(userId)).length
}
