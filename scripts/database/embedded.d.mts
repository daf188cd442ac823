/** See embedded.mjs: the scripts run before anything is installed and are therefore plain JavaScript. */
export function startThrowaway(
  root: string,
  options?: { durable?: boolean },
): Promise<{ url: string; stop: () => Promise<void> }>
