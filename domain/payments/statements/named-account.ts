/** Shorter ones stand in other words by chance. */
const SHORTEST = 6

/**
 * Whether the words that tell payers where to pay name this account, however it is spaced. Undefined when nothing tells
 * them (BANK_DETAILS).
 */
export function isNamedAccount(account: string, bankDetails: string | undefined): boolean | undefined {
  if (bankDetails === undefined) return undefined
  const bare = bareOf(account)
  return bare.length >= SHORTEST && bareOf(bankDetails).includes(bare)
}

const bareOf = (text: string) => text.toUpperCase().replace(/[^A-Z0-9]/g, '')
