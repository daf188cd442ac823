/** Whether the client has what this tag names already (RFC 9110, If-None-Match). */
export function isUnchanged(request: Request, etag: string): boolean {
  const known = request.headers.get('if-none-match')?.split(',') ?? []
  return known.some((each) => each.trim() === etag || each.trim() === '*')
}
