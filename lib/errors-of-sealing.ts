/** What is refused of sealed bids, custodians and openings (R8): a part of the registry in `lib/errors.ts`. */
export const sealingErrors = {
  'bid.not-sealed': [
    422,
    'This is no sealed bid: send the whole age file that was sealed to the round’s recipient, and its commitment.',
  ],
  'lot.sealed': [409, 'The sealed bids of this round wait for their custodians.'],
  'custodian.key-known': [409, 'This key is registered already.'],
  'sealing.no-ceremony': [422, 'This is not the file that a ceremony leaves behind.'],
  'sealing.other-round': [422, 'This ceremony was held for another round.'],
  'sealing.not-sealed': [409, 'Bids of this round are not sealed.'],
  'sealing.custodians': [
    422,
    'The shares must be those of five custodians with the keys registered now, from three employers or more.',
  ],
  'round.no-proofs': [409, 'Bidding opens only when four custodians have proven their shares (R8.2).'],
  'share.stale': [409, 'This page was open too long. Load it again and prove your share once more.'],
  'share.proven': [409, 'This proof is recorded already. Load the page again to prove your share once more.'],
  'share.wrong-proof': [422, 'This was not made with your share.'],
  'share.too-late': [
    409,
    'Bidding is over: a key that took effect now would leave no time to hand in again.',
  ],
  'share.wrong': [422, 'This is not your share of this key.'],
  'share.released': [409, 'You have released your share already.'],
  'opening.begun': [409, 'The opening has begun already.'],
  'opening.no-bids': [409, 'No sealed bid was handed in, so there is nothing to open.'],
  'opening.unlocked': [409, 'Three shares have opened this round already.'],
  'opening.none': [409, 'Nothing waits to be opened here.'],
  'opening.wrong-secret': [
    409,
    'The three shares do not give the published key. Nothing was opened; your share was not kept.',
  ],
} as const satisfies Record<string, readonly [status: number, sentence: string]>
