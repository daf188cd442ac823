import type { Area } from './area'
import { decideAscendingClock } from './auctions/ascending-clock'
import { DecideInput } from './auctions/input'
import { decideOpenAscending } from './auctions/open-ascending'
import { decideSealed } from './auctions/sealed'

/** How one lot is decided (R7), by the same engine as in the portal. */
export default {
  area: 'auction',
  verbs: {
    decide: {
      summary: 'Who wins a lot, at what price, and who is next; every refused bid with its reason',
      input: DecideInput,
      run: (input: DecideInput) => {
        if (input.format === 'open-ascending') return decideOpenAscending(input)
        if (input.format === 'ascending-clock') return decideAscendingClock(input)
        return decideSealed(input)
      },
    },
  },
} satisfies Area
