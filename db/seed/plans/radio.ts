import type { SeedPlan } from './seed-plan'

/** Radio plays by telephone number. Good. */
export const radio: SeedPlan = {
  purpose: `52,000 radio plays and reports lie on tapes that last ten more years. **{name}.org** will let anyone hear those that are saved: {name}.org and the number of the broadcast, as it was once announced.`,
  benefit: `Voices of people who never wrote a book. 8,400 broadcasts are saved and cleared; each year of delay loses about 900.`,
  audience: `Listeners over 60 who remember them, their grandchildren, and schools, which use a third of what we publish.`,
  brand: `A station signal of four notes and two characters. No picture: the page is black while a broadcast plays.`,
  creativity: `Radio names things once and moves on. The name has to be caught in passing, and two characters are.`,
  strategy: `### Channels
- Three public broadcasters repeat one play each week and give the number
- A telephone line for those without a computer
- Listening evenings in 70 village halls`,
  budget: [
    ['Telephone line', 'Telephone', '8,900.00'],
    ['Listening evenings', 'Events', '14,000.00'],
    ['Station signal and recordings', 'Brand', '6,000.00'],
  ],
  launch: `8,400 broadcasts are online at a university address. They move in the first month; 60 are added each week as tapes are read.`,
  milestones: [
    ['8,400 broadcasts at {name}.org', 30, 'Public count'],
    ['Telephone line', 100, 'Call it'],
    ['11,000 broadcasts', 340, 'Public count'],
  ],
  team: `Four sound engineers, two archivists, a lawyer for rights at half time.`,
  resources: `US$410,000 a year from the broadcasters until 2031.`,
  quality: `Each tape is read twice and the two are compared. Rights are cleared before a broadcast is heard.`,
  deposit: '100,000.00',
  sheets: [
    {
      quality: [4, 'Funded until 2031, rights cleared, losses counted.'],
      creativity: [4, 'A page that goes black and leaves the voice is a brave identity.'],
      launch: [4, 'The stock moves within a month; the rhythm after that is proven.'],
    },
    {
      quality: [4, 'Sound work by people who know tapes.'],
      creativity: [3, 'Numbers announced on air are a known device, well used.'],
      launch: [4, 'Clear and countable.'],
    },
    {
      quality: [4, 'The need is urgent and the means fit it.'],
      creativity: [4, 'The name is made for being heard once.'],
      launch: [4, 'Nothing in it depends on luck.'],
    },
  ],
}
