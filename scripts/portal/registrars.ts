import type { Area, GivenFile } from './area'
import { InputRefused } from './input-refused'
import { requireDatabase } from './require-database'

/** The registrars that can sponsor (R4.2). Works on the portal's database. */
export default {
  area: 'registrars',
  verbs: {
    import: {
      summary: 'Take over the list of registrar ids that IANA publishes (needs the database)',
      input: null,
      file: 'the list that IANA publishes, registrar-ids-1.csv,',
      run: (_input: unknown, file?: GivenFile) => importFrom(file!),
    },
  },
} satisfies Area

/** Loads the database's side only now, so that the verbs that need none start without it. */
async function importFrom({ path, text }: GivenFile) {
  requireDatabase()
  const { closeDatabase } = await import('@/db/client')
  const { importRegistrars } = await import('@/domain/registrars/import-registrars')
  const { systemActor } = await import('@/lib/access/actor')
  try {
    const source = path.split('/').at(-1) ?? path
    const answer = await importRegistrars(systemActor('command-line'), { source, csv: text })
    if (answer.ok) return answer.value
    const { code, message, fields } = answer.error
    throw new InputRefused(code, fields?.csv ?? message, path)
  } finally {
    await closeDatabase()
  }
}
