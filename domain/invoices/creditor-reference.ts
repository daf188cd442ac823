/**
 * ISO 11649 creditor references: `RF`, two check digits, and up to 21 letters and digits. The remainder by 97 of the
 * reference turned round, with letters as 10 to 35, is 1; so a mistyped character or two exchanged ones are seen.
 */

/** `INV-2026-0001` → `RF…INV20260001`. */
export function creditorReference(number: string): string {
  const body = number.replaceAll('-', '')
  if (!/^[A-Z0-9]{1,21}$/.test(body)) throw new RangeError(`No creditor reference can be made of ${number}.`)
  return `RF${String(98 - remainder(`${body}RF00`)).padStart(2, '0')}${body}`
}

/** As it is printed for people: in groups of four. */
export function inGroups(reference: string): string {
  return reference.replace(/(.{4})(?=.)/g, '$1 ')
}

/** The valid creditor references in what a payer wrote, whatever its spaces and case, without doubles. */
export function creditorReferencesIn(message: string): string[] {
  const text = message.toUpperCase()
  const found = new Set<string>()
  for (const { index } of text.matchAll(/RF\s*\d/g)) {
    const run = text.slice(index).replace(/\s/g, '')
    for (let length = Math.min(25, run.length); length >= 5; length--) {
      const candidate = run.slice(0, length)
      if (!isCreditorReference(candidate)) continue
      found.add(candidate)
    }
  }
  return [...found]
}

export function isCreditorReference(text: string): boolean {
  return /^RF\d{2}[A-Z0-9]{1,21}$/.test(text) && remainder(text.slice(4) + text.slice(0, 4)) === 1
}

function remainder(text: string): number {
  const digits = text.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55))
  return Number(BigInt(digits) % 97n)
}
