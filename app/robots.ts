import type { MetadataRoute } from 'next'
import { connection } from 'next/server'
import { env } from '@/env'

/** What is behind a sign-in is nothing for search engines; neither are the thousands of views of one catalogue. */
export default async function robots(): Promise<MetadataRoute.Robots> {
  await connection()
  const closed = [
    '/account',
    '/admin',
    '/api/',
    '/invitation',
    '/portal',
    '/registrar',
    '/reset-password',
    '/review',
    '/room',
  ]
  return {
    rules: { userAgent: '*', allow: '/', disallow: [...closed, '/labels?'] },
    sitemap: `${env.PORTAL_URL}/sitemap.xml`,
  }
}
