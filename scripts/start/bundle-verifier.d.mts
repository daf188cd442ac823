export function bundleVerifier(root: string, file?: string): Promise<string>
