import { formatMoney } from '@/lib/money'

/**
 * An amount: whole US cents as bigint or decimal string, printed exactly with its currency, `US$1,250.00`.
 * `plain` leaves the currency to the column head; elsewhere it is always shown.
 */
export function Money({
  minor,
  currency = 'USD',
  plain = false,
}: {
  minor: bigint | string
  currency?: 'USD'
  plain?: boolean
}) {
  const text = formatMoney(BigInt(minor))
  return (
    <bdi dir="ltr" className="num whitespace-nowrap" data-currency={currency}>
      {plain ? text.replace('US$', '') : text}
    </bdi>
  )
}
