import type { SeedPlan } from './seed-plan'

/** Water readings of small rivers. Strong throughout. */
export const rivers: SeedPlan = {
  purpose: `Small rivers have no press office. **{name}.org** will be the one address where anyone can read how clean the river next door is today.

212 volunteer groups already take samples every week. Their readings lie in spreadsheets, on noticeboards and in five incompatible databases. We collect them, check each against its neighbours up and down the stream, and show one page per river: green, amber or red, with the numbers behind it.`,
  benefit: `Swimmers, anglers and water companies learn of a spill within hours instead of weeks. In the trial year 14 spills were found by a reading that nobody would otherwise have seen.

Anyone can tell whether it works: we publish how many rivers had a reading this week, and how long each warning took.`,
  audience: `People who live by, swim in or fish the 1,900 small rivers covered today, about 2.4 million; their schools; and the 3,800 volunteers who take samples and have never seen them used.`,
  brand: `The two characters are printed on every sample bottle, in the colour of the water on the day. The page has no logo but the name; the river's own name is always larger than ours.`,
  creativity: `A sample bottle is 32 millimetres wide. A long address does not fit on its label, a two-character one does, large enough to read with wet hands. Read aloud over a radio it is understood the first time: we tried it with 60 volunteers, and 57 typed it correctly.`,
  strategy: `Every reading should be seen by the people who live downstream of it. We buy no advertising; we put the address where the water is.

### Channels
- Bottle labels and bridge signs with the 212 partner groups
- Local radio in four languages: the weekly reading is read out after the weather
- School kits each spring: a class publishes its own river
- The annual river count, when 20,000 people look at water on one day`,
  budget: [
    ['Bridge signs, 400 of aluminium', 'Outdoor', '21,600.00'],
    ['Radio spots in four languages, production', 'Radio', '12,500.00'],
    ['School kits for 350 classes', 'Schools', '17,500.00'],
    ['Labels for a year of sample bottles', 'Print', '3,900.00'],
  ],
  launch: `The service has run for two years at a longer address and stays there until the new one has proven itself. Nothing is to be built for the first day but the redirect and the certificate. What could delay us: bridge signs need a permit from 31 authorities; 22 have given theirs.`,
  milestones: [
    ['{name}.org answers with the readings of the day', 21, 'HTTP, DNSSEC, TLS'],
    ['First 100 bridge signs stand', 90, 'Photographs with places'],
    ['Readings in four languages', 120, 'Public pages'],
    ['A reading each week from 1,000 rivers', 270, 'Public count'],
  ],
  team: `Two engineers and a hydrologist who built the present service, a coordinator of volunteers, and a radio editor for two days a week. All of them are employed now.`,
  resources: `Yearly income of US$640,000 from 9,200 members and two public grants, the longer one until 2029. The servers are given by a university under a written agreement. The purchase is paid from a reserve set aside by the board.`,
  quality: `A reading that differs from its neighbours is held back until a second group has repeated it. Every correction is shown beside what it replaced. The site is signed, watched from three continents, and tested for accessibility each quarter by people who use a screen reader.`,
  deposit: '25,000.00',
  sheets: [
    {
      quality: [
        5,
        'A running service with 212 partners; the check by neighbouring readings is described and was tried.',
      ],
      creativity: [4, 'The bottle label makes the short name matter. The pages themselves are conventional.'],
      launch: [
        5,
        'Only a redirect stands between allocation and use. Permits for the signs are counted honestly.',
      ],
    },
    {
      quality: [
        4,
        'Sound and funded until 2029. I would have liked to see who answers when a water company disputes a reading.',
      ],
      creativity: [4, 'A spoken address on local radio is a good use of two characters, and they tested it.'],
      launch: [5, 'Milestones can be checked by anyone, and the first falls within a month.'],
    },
    {
      quality: [4, 'Evidence for the need is convincing: 14 spills found. The budget fits the channels.'],
      creativity: [5, 'The object comes first and the address follows from its size. That is rare.'],
      launch: [4, 'Realistic; the signs depend on nine authorities that have not answered yet.'],
    },
  ],
}
