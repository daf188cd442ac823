import { randomBytes } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import postgres from 'postgres'
import type { TestProject } from 'vitest/node'
import { startThrowaway } from '@/scripts/database/embedded.mjs'
import { migrateDatabase } from './migrate-database'
import { makeTestClock } from './test-clock'

declare module 'vitest' {
  interface ProvidedContext {
    /** Administrative address of the test cluster, database `postgres`. */
    clusterUrl: string
    /** The migrated database that every test database is a copy of. */
    templateName: string
  }
}

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '')

/**
 * Once per run: a cluster (TEST_DATABASE_URL, or a throw-away embedded one) and in it one migrated template.
 * The template is made anew for every run, so that a kept cluster never serves an old schema.
 */
export default async function setup(project: TestProject) {
  const given = process.env.TEST_DATABASE_URL
  const cluster = given ? { url: given, stop: async () => {} } : await startThrowaway(root)
  const templateName = `portal_template_${randomBytes(6).toString('hex')}`
  const sql = postgres(cluster.url, { max: 1, onnotice: () => {} })
  const teardown = async () => {
    await sql`drop database if exists ${sql(templateName)}`
    await sql.end({ timeout: 5 })
    await cluster.stop()
  }
  try {
    await sql`create database ${sql(templateName)}`
    const address = new URL(cluster.url)
    address.pathname = `/${templateName}`
    const template = postgres(address.href, { max: 1 })
    await makeTestClock(template, templateName)
    await template.end({ timeout: 5 })
    await migrateDatabase(root, address.href)
  } catch (error) {
    await teardown()
    throw error
  }
  project.provide('clusterUrl', cluster.url)
  project.provide('templateName', templateName)
  return teardown
}
