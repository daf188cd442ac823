import path from 'node:path'
import { build } from 'esbuild'

/** Makes the verifier one file without dependencies, for whoever checks a transcript away from the portal (R9.4). */
export async function bundleVerifier(root, file = path.join(root, '.next', 'transcript-verifier.mjs')) {
  await build({
    entryPoints: [path.join(root, 'scripts', 'verifier', 'main.ts')],
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    charset: 'utf8',
    legalComments: 'inline',
    logLevel: 'silent',
  })
  return file
}
