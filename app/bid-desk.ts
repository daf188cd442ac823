import { env } from '@/env'

/** The programme's telephone, where one is set; numbers of 555 01xx are kept for stories and said to be so. */
export function bidDesk(): { number: string; href: string } | undefined {
  const number = env.PROGRAMME_PHONE
  if (!number) return undefined
  const digits = number.replace(/[^+\d]/g, '')
  return { number: /55501\d\d$/.test(digits) ? `${number} (fictional)` : number, href: `tel:${digits}` }
}
