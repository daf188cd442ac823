/** A webhook as its form has it; the holder is `organisation:<id>`, `registrar:<IANA id>` or `programme`. */
export function readWebhook(form: FormData) {
  const [kind, id = ''] = String(form.get('holder') ?? '').split(':')
  return {
    organisationId: kind === 'organisation' ? id : null,
    registrarIanaId: kind === 'registrar' ? Number(id) : null,
    url: String(form.get('url') ?? ''),
    events: [...form.keys()]
      .filter((name) => name.startsWith('event.'))
      .map((name) => name.slice('event.'.length)),
  }
}
