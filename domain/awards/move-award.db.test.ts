import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { database } from '@/db/client'
import { makeAward } from '@/db/factories/awards'
import { awardMoves, awards } from '@/db/schema/awards'
import { processNow } from '@/lib/clock'
import { newId } from '@/lib/ids'
import { moveAward } from './move-award'

const awardOf = async (id: string) => (await database().select().from(awards).where(eq(awards.id, id)))[0]!

describe('moving an award', () => {
  it('R10.1 writes the state, its day and the record of the move', async () => {
    const { awardId } = await makeAward()
    const at = processNow()
    const award = await awardOf(awardId)
    await database().transaction((tx) => moveAward(tx, { award, move: 'accept', at }))
    expect(await awardOf(awardId)).toMatchObject({ state: 'accepted', acceptedAt: at, endedAt: null })
    const moves = await database().select().from(awardMoves).where(eq(awardMoves.awardId, awardId))
    expect(moves).toMatchObject([{ from: 'offered', to: 'accepted', at }])
  })

  it('refuses a move that does not lead on from the award’s state', async () => {
    const { awardId } = await makeAward({ state: 'paid' })
    const award = await awardOf(awardId)
    const moving = database().transaction((tx) => moveAward(tx, { award, move: 'default', at: processNow() }))
    await expect(moving).rejects.toMatchObject({ code: 'award.wrong-state' })
  })

  it('R10.1 the database refuses a second active award of a lot, another price, and any change of the record', async () => {
    const { awardId } = await makeAward()
    const award = await awardOf(awardId)
    const second = database()
      .insert(awards)
      .values({ ...award, id: newId('awd'), rank: 1 })
    await expect(second).rejects.toMatchObject({ cause: { constraint_name: 'awards_one_active_per_lot' } })
    await expect(database().update(awards).set({ priceMinor: 1n })).rejects.toMatchObject({
      cause: { constraint_name: 'awards_terms_fixed' },
    })
    await expect(database().delete(awardMoves)).rejects.toMatchObject({ cause: { code: '42501' } })
  })
})
