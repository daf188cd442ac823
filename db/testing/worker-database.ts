import postgres from 'postgres'
import { afterAll, inject } from 'vitest'
import { restoreEnvironment } from './change-environment'
import { SEARCH_PATH } from './test-clock'

/**
 * A database of its own for every test file: a copy of the template, made before the file is run, dropped after it.
 * Files therefore never see each other's rows and may run side by side. A worker runs file after file with its modules
 * loaded once, so the name stays the worker's: `env.ts` reads it once.
 */
const name = `portal_test_${process.pid}`
const address = new URL(inject('clusterUrl'))

/** Kept from file to file: connecting costs as much as making the copy. */
const home = globalThis as unknown as { portalAdministrator?: postgres.Sql }
home.portalAdministrator ??= postgres(inject('clusterUrl'), {
  max: 1,
  fetch_types: false,
  onnotice: () => {},
})
const administrator = home.portalAdministrator

const dropped = () => administrator`drop database if exists ${administrator(name)} with (force)`

await dropped()
await administrator`
  create database ${administrator(name)} template ${administrator(inject('templateName'))} strategy file_copy`
await administrator.unsafe(`alter database ${name} set search_path = ${SEARCH_PATH}`)
address.pathname = `/${name}`
Object.assign(process.env, {
  NODE_ENV: 'test',
  DATABASE_URL: address.href,
  DATABASE_POOL: '12',
  DATABASE_BID_POOL: '6',
  PORTAL_SECRET: 'a secret that only the tests know, 32 bytes',
  FILES_DIR: `.data/test-files/${name}`,
  LOG_LEVEL: 'silent',
})

// A worker runs file after file with its modules loaded once: what one file changed is not the next one's.
afterAll(restoreEnvironment)
afterAll(dropped)
