import type { SeedPlan } from './seed-plan'

/** Names of old crops on seed packets. Solid and unspectacular. */
export const seeds: SeedPlan = {
  purpose: `Farmers keep some 7,000 varieties of rice, millet and beans that are in no shop. **{name}.org** will give each a page and a number, so that a packet can carry its history: who grew it, where, for how many seasons, and what it withstood.`,
  benefit: `A variety that is written down is harder to lose and harder to claim. Three were patented abroad in the last ten years although villages had grown them for generations; a dated public page is prior art.`,
  audience: `The 41,000 households in 230 seed banks, plant breeders in public institutes, and cooks, who turn out to be the keenest readers.`,
  brand: `A seed packet with a stamp: the two characters, an oblique stroke, a number of four digits. Banks cut the stamp themselves from a drawing. Colours follow the crop.`,
  creativity: `A stamp of 25 millimetres must hold the whole address of a variety and stay legible on rough paper. {name}.org/4071 does; our present address does not.`,
  strategy: `The seed banks exchange packets at 60 fairs each year, and the packet is our medium.

### Channels
- Stamps and ink for every bank that joins
- A table at the 60 fairs, where packets are stamped and numbers looked up
- A column in three farmers' papers, one variety each month`,
  budget: [
    ['Stamps and ink for 230 banks', 'Print', '5,750.00'],
    ['Tables at 60 fairs', 'Events', '13,800.00'],
    ['Columns in three papers', 'Press', '4,500.00'],
  ],
  launch: `2,300 varieties are described in a database that works today. The pages move first; numbers are given district by district, because each description is read back to the people who gave it.`,
  milestones: [
    ['2,300 varieties at {name}.org', 60, 'Public count'],
    ['100 banks have their stamp', 150, 'List of banks'],
    ['4,000 varieties, in six languages', 360, 'Public count'],
  ],
  team: `Four field workers, a botanist at half time, and one programmer who has kept the database for seven years.`,
  resources: `Membership of the seed banks brings US$52,000 a year, a foundation adds US$90,000 until 2028. Travel is the largest cost and is covered.`,
  quality: `A botanist signs each page. What a village does not want public, such as a place of collection, is kept out by a rule written together with 20 of the banks.`,
  deposit: '8,000.00',
  sheets: [
    {
      quality: [4, 'Real need, real material, and a considered rule for what is not published.'],
      creativity: [3, 'The stamp is right for the purpose. The site is a database with good manners.'],
      launch: [3, 'The first date can be kept; one programmer is little for six languages.'],
    },
    {
      quality: [4, 'Seven years of work and a botanist who signs. The argument about prior art is specific.'],
      creativity: [3, 'The short name matters on the packet and hardly elsewhere.'],
      launch: [4, 'Staged by district, with a reason for the pace that I believe.'],
    },
    {
      quality: [3, 'Small and sound. The money is thin and depends on one foundation.'],
      creativity: [4, 'Letting each bank cut its own stamp makes one mark out of 230 hands.'],
      launch: [3, 'Dates are given; who does the translations is not.'],
    },
  ],
}
