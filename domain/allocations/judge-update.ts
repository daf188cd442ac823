const CONTACT = /^\S{3,16}$/

/**
 * What a registry answers to a `domain:update` of the registrant (RFC 5730): only who sponsors a name changes it, and an id
 * that no contact can have, such as the place for one, is refused.
 */
export function judgeUpdate({
  sponsor,
  registrarIanaId,
  registrant,
}: {
  /** Undefined: there is no such name. */
  sponsor: number | undefined
  registrarIanaId: number
  registrant: string
}): readonly [code: number, message: string] {
  if (sponsor === undefined) return [2303, 'Object does not exist']
  if (sponsor !== registrarIanaId) return [2201, 'Authorization error']
  if (!CONTACT.test(registrant)) return [2005, 'Parameter value syntax error']
  return [1000, 'Command completed successfully']
}
