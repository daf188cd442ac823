import type postgres from 'postgres'

/**
 * Makes a pool prepare each statement once per connection, in its transactions too. Drizzle asks for that only where a
 * query has a name; without it every statement with parameters is planned anew and takes two journeys instead of one.
 */
export function prepareAlways<Pool extends postgres.Sql>(pool: Pool): Pool {
  const { begin } = pool
  const beginPrepared = (work: (tx: postgres.TransactionSql) => unknown) => begin((tx) => work(preparing(tx)))
  return Object.assign(preparing(pool), { begin: beginPrepared })
}

function preparing<S extends postgres.ISql>(sql: S): S {
  const { unsafe } = sql
  const prepared: S['unsafe'] = (text, values, options) => unsafe(text, values, { ...options, prepare: true })
  return Object.assign(sql, { unsafe: prepared })
}
