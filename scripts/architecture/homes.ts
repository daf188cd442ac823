import type { Source } from './read-sources'

type Home = { what: string; isIn: (source: Source) => boolean; homes: RegExp[]; why: string }

/** The one place of each thing that makes a program depend on more than its input. Journeys and this folder are free. */
const homes: Home[] = [
  {
    what: 'Date.now()',
    isIn: ({ reads }) => reads.includes('Date.now'),
    homes: [/^lib\/clock\.ts$/],
    why: 'Deciding time is the database’s; showing time is lib/clock’s (R7.1).',
  },
  {
    what: 'new Date() without an instant',
    isIn: ({ calls }) => calls.some(({ callee, empty }) => callee === 'new Date' && empty),
    homes: [/^lib\/clock\.ts$/],
    why: 'Deciding time is the database’s; showing time is lib/clock’s (R7.1).',
  },
  {
    what: 'Math.random',
    isIn: ({ reads }) => reads.includes('Math.random'),
    homes: [],
    why: 'Ties come from the published seed (R7.5), secrets from node:crypto.',
  },
  {
    what: 'process.env',
    isIn: ({ reads }) => reads.some((name) => /^process\.env\b/.test(name)),
    homes: [
      /^env\.ts$/,
      /^(playwright|next|drizzle)\.config\.ts$/,
      /^(instrumentation|proxy)\.ts$/,
      /^db\/testing\//,
      /^scripts\/start\.process\.test\.ts$/,
    ],
    why: 'env.ts reads the environment once and refuses nonsense.',
  },
  {
    what: 'sql.raw',
    isIn: ({ reads }) => reads.some((name) => /(^|\.)sql\.raw$/.test(name)),
    homes: [],
    why: 'Raw SQL is how injection comes in: use parameters.',
  },
  {
    what: '.unsafe(',
    isIn: ({ reads }) => reads.some((name) => name.endsWith('.unsafe')),
    homes: [/^db\/(migrate|reset)\.ts$/, /^db\/testing\//],
    why: 'Raw SQL is how injection comes in: only what shapes the database itself needs it.',
  },
]

const free = /^(e2e|scripts\/architecture)\//

/** One sentence per file that has something outside its home. */
export function findOutsideHomes(sources: Source[]): string[] {
  return sources
    .filter(({ path }) => !free.test(path))
    .flatMap((source) =>
      homes
        .filter((each) => each.isIn(source) && !each.homes.some((home) => home.test(source.path)))
        .map((each) => `${source.path}: ${each.what}. ${each.why}`),
    )
}
