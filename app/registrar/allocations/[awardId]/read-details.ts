/** What of the command the registrar filled in, out of the address or a form; what is absent gets its usual value. */
export function readDetails(read: (name: string) => string): Record<string, unknown> {
  const [registrant, years, servers] = ['registrant', 'years', 'servers'].map((name) => read(name).trim())
  return {
    ...(registrant && { registrant }),
    ...(years && { years }),
    ...(servers && { nameServers: servers.split(/[\s,]+/).filter(Boolean) }),
  }
}
