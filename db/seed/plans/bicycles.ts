import type { SeedPlan } from './seed-plan'

/** Where to mend a bicycle. Lively; the launch is loosely planned. */
export const bicycles: SeedPlan = {
  purpose: `A bicycle kitchen is a room with tools where you mend your own bicycle and somebody shows you how. There are 640 in 22 countries and no list that is right. **{name}.org** will be the list: open now, tools there, languages spoken, and a bell to ring when you stand before a locked door.`,
  benefit: `A bicycle mended is a bicycle not bought. Kitchens that report to us mended 88,000 last year. More would come if they knew where the next kitchen is: in our survey six in ten cyclists did not.`,
  audience: `Everyone with a flat tyre within four kilometres of a kitchen: some 30 million people. And the 9,000 volunteers, who want to be found at the right hour.`,
  brand: `A sticker on the frame, below the bottle holder, where you look when you kneel beside the wheel: the two characters in a circle of tyre print. Each kitchen prints it with its own worn tyre.`,
  creativity: `Whoever needs us has oily hands, no bag and little battery. Two characters can be typed with a thumb.`,
  strategy: `The frame is our poster: it is seen where the trouble happens.

### Channels
- 200,000 stickers, given with every repair
- A night of open kitchens each May in all cities at once
- A line in the cycling maps of 30 cities, agreed with their editors`,
  budget: [
    ['Stickers', 'Print', '11,000.00'],
    ['Night of open kitchens', 'Events', '16,500.00'],
    ['Entries in maps', 'Print', '2,400.00'],
  ],
  launch: `We begin with the 210 kitchens that keep their hours up to date and add the others country by country. The new site is half written. The date depends on when our two programmers find the evenings.`,
  milestones: [
    ['210 kitchens at {name}.org', 90, 'Public list'],
    ['The bell works in 50 kitchens', 240, 'Ring one'],
  ],
  team: `Two programmers, both volunteers; a coordinator paid for 20 hours a week; correspondents in 22 countries.`,
  resources: `US$31,000 a year from kitchens and a municipal grant. No reserve to speak of. Hosting is given by a cooperative.`,
  quality: `Hours older than four weeks are shown in grey. A kitchen that does not answer two bells is called.`,
  deposit: '3,000.00',
  sheets: [
    {
      quality: [3, 'A good cause with figures. There is no reserve, and the programmers are volunteers.'],
      creativity: [4, 'The tyre print and the bell are charming and to the point.'],
      launch: [2, 'Half written, and finished when evenings allow: that is not a date.'],
    },
    {
      quality: [3, 'Plausible and modest. Greying out old hours shows that they know their problem.'],
      creativity: [
        5,
        'The sticker sits exactly where the reader kneels, printed by the tyre itself. The thumb argument is true.',
      ],
      launch: [2, 'Two milestones, the first of them loosely held.'],
    },
    {
      quality: [2, 'Much enthusiasm; money and people do not match 22 countries.'],
      creativity: [4, 'Original and cheap. It would work with a longer name too, if less well.'],
      launch: [3, 'The first 210 kitchens exist, so something will be there within the quarter.'],
    },
  ],
}
