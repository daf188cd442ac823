import path from 'node:path'

/**
 * Makes a program one file without dependencies, for whoever runs it away from the portal: `verifier` checks a transcript
 * (R9.4), `witness` cosigns the log (R9.2), `ceremony` makes the key of sealed bids (R8.2).
 */
export async function bundleProgram(root, name, file) {
  // On a fresh clone this file is loaded before anything is installed.
  const { build } = await import('esbuild')
  await build({
    entryPoints: [path.join(root, 'scripts', name, 'main.ts')],
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

/** Where the build puts them. */
export async function bundlePrograms(root) {
  await bundleProgram(root, 'verifier', path.join(root, '.next', 'transcript-verifier.mjs'))
  await bundleProgram(root, 'ceremony', path.join(root, '.next', 'ceremony.mjs'))
  await bundleProgram(root, 'witness', path.join(root, '.next', 'witness.mjs'))
}
