/** See build-when-changed.mjs: the scripts run before anything is installed and are therefore plain JavaScript. */
export function hashSources(root: string): string
