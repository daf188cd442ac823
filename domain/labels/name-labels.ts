/** How a request about labels speaks of them: the object of its log entry, its name in a sentence, and what is typed. */
export function nameLabels(names: readonly string[]): { object: string; name: string; typed: string } {
  const [only = '', ...others] = names
  if (others.length === 0) return { object: `label:${only}`, name: `${only}.org`, typed: only }
  const many = `${names.length} names`
  return { object: 'labels', name: many, typed: many }
}
