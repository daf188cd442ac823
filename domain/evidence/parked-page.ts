import type { PageReading } from './read-page'

/** A sign that nobody uses the name yet, in words for the officer who decides. */
const signs: readonly { reason: string; seen(page: PageReading): boolean }[] = [
  {
    reason: 'The page offers the name for sale.',
    seen: ({ title, text }) =>
      /\b(this )?(domain|name|website)( name)? (is|may be) (available )?(for sale|available)|\bbuy this (domain|name)|make an offer on this/i.test(
        `${title} ${text}`,
      ),
  },
  {
    reason: 'The page says that the name is parked.',
    seen: ({ title, text }) =>
      /\b(domain|page|website) (is |has been )?parked\b|parked (free|courtesy|by)|\bparking page\b/i.test(
        `${title} ${text}`,
      ),
  },
  {
    reason: 'The page announces that something is to come, and little else.',
    seen: ({ title, text }) =>
      /coming soon|under construction|launching soon|site is being built/i.test(`${title} ${text}`) &&
      wordsOf(text) < 60,
  },
  {
    reason: 'The page is the default page of a web server or a host.',
    seen: ({ title, text }) =>
      /welcome to nginx|apache2? .*default page|it works!|default web (site )?page|iis windows server|index of \//i.test(
        `${title} ${text}`,
      ),
  },
  {
    reason: 'Most of what the page holds are links of advertising.',
    seen: ({ links, text }) => {
      const paid = links.filter((link) =>
        /related[-_ ]?search|\/(caf|search)\?|[?&](adclick|gclid|kw)=/i.test(link),
      )
      return paid.length >= 3 && paid.length * 2 >= links.length && wordsOf(text) < 200
    },
  },
  {
    reason: 'The page leads elsewhere at once.',
    seen: ({ refresh }) => /^\s*[0-3]\s*;\s*url=/i.test(refresh),
  },
  { reason: 'The page has hardly a word.', seen: ({ text }) => wordsOf(text) < 8 },
]

const wordsOf = (text: string) => text.split(/\s+/).filter(Boolean).length

/**
 * Why a page looks as if nobody used the name; none if nothing speaks for it. These are hints for the officer, who
 * decides: a page may be plain, and a parked one may be dressed up (R12.1).
 */
export function signsOfParking(page: PageReading): string[] {
  return signs.filter(({ seen }) => seen(page)).map(({ reason }) => reason)
}
