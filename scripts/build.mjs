/** `npm run build`: builds for production and notes of which sources, so that start and e2e know it fits. */
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { embeddedEnvironment } from './database/secrets.mjs'
import { ensureRuntime } from './processes/runtime.mjs'
import { build } from './start/build-when-changed.mjs'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))

await ensureRuntime(root)
const env = process.env.DATABASE_URL ? process.env : embeddedEnvironment(root, '')
const done = await build(root, env, { show: true })
process.exit(done.code)
