/**
 * The policy of a page: what it names may run, nothing else may.
 * @param scripts sources of scripts, such as `'nonce-…' 'strict-dynamic'`
 * @param styles sources of stylesheets beside our own
 */
export function contentSecurityPolicy(scripts: string, styles: string): string {
  return [
    "default-src 'none'",
    `script-src ${scripts}`,
    `style-src 'self' ${styles}`.trim(),
    // Widths of bars and positions in plots are style attributes; they carry no script.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}
