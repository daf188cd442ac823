import type { SeedPlan } from './seed-plan'

/** Books that travel. Popular; thin on evidence. */
export const books: SeedPlan = {
  purpose: `Leave a book on a train with {name}.org and a number on its first page. Whoever finds it types the number, sees where the book has been, adds a line, reads it and leaves it elsewhere. **{name}.org** will be the passport of books that cross borders.`,
  benefit: `Books are read four times instead of once, and people of two countries talk about the same one. 64,000 books travel already under our longer address; the furthest has been in 19 countries.`,
  audience: `Travellers and readers of every age. Half of our present finders had not opened a novel for a year.`,
  brand: `A rubber stamp like that of a border post. Each volunteer has a stamp with their own place; the two characters are in the middle of all of them.`,
  creativity: `The stamp must be small enough for a page and the address short enough for a stamp. A finder has a book, a seat by the window and ten minutes: the shorter the way, the more books are registered.`,
  strategy: `The books are the campaign. We add occasions.

### Channels
- 3,000 stamps for volunteers in 40 countries
- A day of travelling books each June with four railways
- Book fairs in six cities

Readers who write about a book are invited to tell friends; we think this will go far.`,
  budget: [
    ['Stamps', 'Print', '10,500.00'],
    ['Day of travelling books', 'Events', '12,000.00'],
    ['Book fairs', 'Events', '9,000.00'],
  ],
  launch: `The present site moves to the new address, old numbers stay valid for good. New pages in eight languages follow.`,
  milestones: [
    ['All 64,000 books answer at {name}.org', 35, 'Try a number'],
    ['Eight languages', 150, 'Public pages'],
    ['100,000 books', 365, 'Public count'],
  ],
  team: `One programmer, an editor, volunteers in 40 countries.`,
  resources: `US$85,000 a year, mostly small donations; a reserve of one year.`,
  quality: `Lines that offend are hidden when two finders say so. Numbers are never used twice.`,
  deposit: '9,000.00',
  sheets: [
    {
      quality: [4, 'A loved service with 64,000 books and a year of reserve.'],
      creativity: [4, 'The stamp of a border post is a lucky image, and it needs few characters.'],
      launch: [4, 'The move is simple, and anyone can try a number.'],
    },
    {
      quality: [3, 'Benefit is asserted more than shown. What offends whom will need more than two finders.'],
      creativity: [4, 'Every book carries the brand to the next reader.'],
      launch: [4, 'Clear dates and proof. One programmer for eight languages worries me a little.'],
    },
    {
      quality: [4, 'Modest means, well used, with numbers that never change.'],
      creativity: [4, 'Simple and complete. The budget follows the idea.'],
      launch: [4, 'Realistic within the year.'],
    },
  ],
}
