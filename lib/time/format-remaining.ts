/**
 * How much time is left: `11 d 23 h` while days remain, then a clock, `00:56:38`. Rounded up to the second, so that
 * zero is shown only when it is over; a past instant reads `00:00:00`. `minutes` adds them to the long form.
 */
export function formatRemaining(milliseconds: number, { minutes = false } = {}): string {
  const total = Math.max(0, Math.ceil(milliseconds / 1000))
  const [days, hours, mins, secs] = [
    Math.floor(total / 86_400),
    Math.floor(total / 3600) % 24,
    Math.floor(total / 60) % 60,
    total % 60,
  ]
  if (days > 0) return `${days} d ${hours} h${minutes ? ` ${mins} m` : ''}`
  return [hours, mins, secs].map((part) => String(part).padStart(2, '0')).join(':')
}
