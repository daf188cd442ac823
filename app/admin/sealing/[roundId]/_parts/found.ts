import type { sealingOfRound } from '@/domain/sealing/queries'

export type Found = NonNullable<Awaited<ReturnType<typeof sealingOfRound>>>
