import type { MetadataRoute } from 'next'
import { connection } from 'next/server'
import { allLabels } from '@/domain/labels/rules'
import { publicResults } from '@/domain/results/public-queries'
import { publicRounds } from '@/domain/rounds/public-queries'
import { env } from '@/env'

const pages = [
  '',
  '/labels',
  '/rounds',
  '/results',
  '/rules',
  '/help',
  '/help/accessibility',
  '/help/confusing-use',
  '/help/confusing-use/report',
  '/help/mail',
  '/help/privacy',
  '/proceeds',
  '/data',
]

/** Every public page: the fixed ones, all names, announced rounds and published results. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  await connection()
  const [rounds, results] = await Promise.all([publicRounds(), publicResults()])
  const paths = [
    ...pages,
    ...allLabels.map((label) => `/labels/${label}`),
    ...rounds.map(({ path }) => path),
    ...new Set(results.map(({ label }) => `/results/${label}`)),
  ]
  return paths.map((path) => ({ url: `${env.PORTAL_URL}${path}` }))
}
