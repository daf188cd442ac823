import type { SeedPlan } from './seed-plan'

/** One card for eleven libraries. Adequate. */
export const cities: SeedPlan = {
  purpose: `Eleven city libraries share one card from next year. **{name}.org** will be the way in for all of them: search, reserve, extend, pay a fine, book a room.`,
  benefit: `One place instead of eleven; 420,000 card holders. Loans across city borders rose by a third in the trial of two cities.`,
  audience: `People with a card, and those who think that it costs money. It does not.`,
  brand: `The card is white with two large characters in the colours of the eleven cities, which overlap where the letters do.`,
  creativity: `The name is the design of the card: two characters fill it from edge to edge and can be felt, since they are embossed for people who do not see.`,
  strategy: `Every holder receives the new card by post; that is the launch.

### Channels
- 420,000 cards with a letter in nine languages
- Posters in trams and in the libraries
- A month of open house`,
  budget: [
    ['Letters and cards, our part', 'Post', '88,000.00'],
    ['Posters', 'Outdoor', '15,000.00'],
    ['Open house', 'Events', '11,000.00'],
  ],
  launch: `The common catalogue is bought and goes into operation in spring. The old addresses lead to the new one for two years.`,
  milestones: [
    ['{name}.org leads to the common catalogue', 60, 'HTTP, TLS'],
    ['Cards are with all holders', 180, 'Delivery record'],
  ],
  team: `The IT department of one city for all eleven, with a supplier under contract.`,
  resources: `Paid from the budgets of the cities, decided for three years.`,
  quality: `Accessibility is tested by a board of users. The supplier is bound to 99.5 % availability.`,
  deposit: '20,000.00',
  sheets: [
    {
      quality: [4, 'Decided, paid and under contract. Little is said of what readers asked for.'],
      creativity: [3, 'An embossed card is a considered idea; the site is a catalogue like others.'],
      launch: [4, 'Depends on a catalogue that is bought. The dates are careful.'],
    },
    {
      quality: [4, 'A public service with 420,000 users and its money in place.'],
      creativity: [3, 'The card fills with two characters, good for people who feel it. Otherwise plain.'],
      launch: [4, 'Two milestones, both safe.'],
    },
    {
      quality: [3, 'Complete and plausible. Nobody but the supplier seems to own it.'],
      creativity: [3, 'Pleasant design for a practical purpose.'],
      launch: [4, 'Spring is realistic, and old addresses are kept for two years.'],
    },
  ],
}
