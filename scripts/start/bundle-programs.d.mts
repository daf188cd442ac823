export function bundleProgram(root: string, name: 'verifier' | 'witness', file: string): Promise<string>
export function bundlePrograms(root: string): Promise<void>
