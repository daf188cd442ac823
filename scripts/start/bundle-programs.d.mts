export function bundleProgram(
  root: string,
  name: 'ceremony' | 'verifier' | 'witness',
  file: string,
): Promise<string>
export function bundlePrograms(root: string): Promise<void>
