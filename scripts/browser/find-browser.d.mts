/** See find-browser.mjs: the scripts run before anything is installed and are therefore plain JavaScript. */
export function findInstalledBrowser(env?: Record<string, string | undefined>): string | undefined
