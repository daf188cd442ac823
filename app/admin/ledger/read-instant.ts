/**
 * The instant of `?before=`, as a form of this page sends it (`2026-12-01T09:30`, in UTC) or a link (`…:00.000Z`);
 * undefined when there is none, so that everything counts.
 */
export function readInstant(before: string | string[] | undefined): Date | undefined {
  if (typeof before !== 'string' || !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(before)) return undefined
  const at = new Date(/Z$/.test(before) ? before : `${before}Z`)
  return Number.isNaN(at.getTime()) ? undefined : at
}
