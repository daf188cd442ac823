'use server'

import { strikeBidder } from '@/domain/bidders/strike-bidder'
import { placeBidByPhone } from '@/domain/bids/place-bid-by-phone'
import { announceInRound } from '@/domain/rounds/announce-in-round'
import { extendRound } from '@/domain/rounds/extend-round'
import { finaliseRound } from '@/domain/rounds/finalise-round'
import { resumeRound } from '@/domain/rounds/resume-round'
import { suspendRound } from '@/domain/rounds/suspend-round'
import { formAction } from '@/lib/form-action'
import { cents } from '../../read-form'

/** Back to the board, where the request has taken the form's place. */
const toRequest = ({ approvalId }: { approvalId: string }, form: FormData) =>
  `/admin/rounds/${encodeURIComponent(String(form.get('roundId')))}/control?asked=${approvalId}#act`

export const announce = formAction(announceInRound, {
  input: (form) => ({ roundId: form.get('roundId'), text: form.get('text') }),
  done: 'Announced to everyone in the round.',
})

export const extend = formAction(extendRound, {
  input: (form) => ({
    roundId: form.get('roundId'),
    period: 'bidding',
    minutes: Number(form.get('minutes')),
    reason: form.get('reason'),
  }),
  next: toRequest,
})

export const suspend = formAction(suspendRound, {
  input: (form) => ({ roundId: form.get('roundId'), reason: form.get('reason') }),
  next: toRequest,
})

export const resume = formAction(resumeRound, {
  input: (form) => ({ roundId: form.get('roundId'), reason: form.get('reason') }),
  next: toRequest,
})

export const strike = formAction(strikeBidder, {
  input: (form) => ({ bidderId: form.get('bidderId'), reason: form.get('reason') }),
  next: toRequest,
})

/** `lot` carries the round of a clock with it: `lot_….3`. */
export const bidByPhone = formAction(placeBidByPhone, {
  input: (form) => {
    const [lotId = '', round] = String(form.get('lot')).split('.')
    const amount = cents(form, 'amount')
    return {
      lotId,
      bidderId: form.get('bidderId'),
      bid: round ? { amountMinor: amount, round: Number(round) } : { maxMinor: amount },
      callBack: form.get('callBack'),
    }
  },
  next: toRequest,
})

export const finalise = formAction(finaliseRound, {
  input: (form) => ({ roundId: form.get('roundId') }),
  next: toRequest,
})
