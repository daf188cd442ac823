import { cpus, totalmem } from 'node:os'

/** One line: the machine and its Node. */
export function describeComputer() {
  const [first] = cpus()
  const memory = Math.round(totalmem() / 2 ** 30)
  return `Machine: ${cpus().length} × ${first?.model.trim() ?? 'unknown CPU'}, ${memory} GiB; Node ${process.version}.`
}

/** One line: what the figures were measured on. */
export async function describeMachine(databaseUrl) {
  const { default: postgres } = await import('postgres')
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} })
  try {
    const [{ version }] = await sql`select current_setting('server_version') as version`
    return `${describeComputer()} Postgres ${version} with fsync. Database, web and load share it.`
  } finally {
    await sql.end({ timeout: 2 })
  }
}
