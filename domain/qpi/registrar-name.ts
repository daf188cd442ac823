/** How a registrar is called: an old report names some by their IANA id alone. */
export function registrarName({ ianaId, name }: { ianaId: number; name: string }): string {
  return name || `IANA id ${ianaId}`
}
