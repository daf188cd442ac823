import type { AuditFilter } from '@/domain/audit/queries'

const FIELDS = ['object', 'operation', 'outcome', 'actor', 'day', 'before'] as const

/** The filter in an address, of the page and of its export alike; what is empty is left out. */
export function readFilter(asked: Record<string, string | string[] | undefined>): AuditFilter {
  const given = FIELDS.flatMap((field) => {
    const value = asked[field]
    return typeof value === 'string' && value.trim() ? [[field, value.trim().slice(0, 100)] as const] : []
  })
  return Object.fromEntries(given)
}
