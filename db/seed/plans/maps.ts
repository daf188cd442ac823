import type { SeedPlan } from './seed-plan'

/** Places without an address. Technically strong; reviewers differ about the idea. */
export const maps: SeedPlan = {
  purpose: `Ambulances lose minutes where streets have no names. **{name}.org** turns a spot on the map into a code of eight characters that can be said over a telephone and opened by anyone: {name}.org/ and the code. The code is computed from the coordinates by a published rule, so that it works on paper and without us.`,
  benefit: `In the test with two ambulance services, the median time to the door fell from 11 to 7 minutes in the unnamed quarters. The rule, the software and the test data are public.`,
  audience: `Dispatchers first: 31 ambulance services have asked to take part. Then everyone who receives a parcel behind a petrol station.`,
  brand: `No logo. A blue enamel plate with the code in white, as street plates have looked for a century; the two characters stand before it as the country's letter does on a car.`,
  creativity: `The shorter the address, the more of the plate is left for the code. With two characters the code can be twelve centimetres high and be read from a moving car.`,
  strategy: `Plates on houses are the campaign. A plate that saves an ambulance a minute is talked about.

### Channels
- 12,000 plates in the two cities of the test, screwed on by youth groups who are paid for it
- Training for dispatchers in all 31 services
- Talks at four conferences of map makers and of emergency physicians`,
  budget: [
    ['12,000 enamel plates', 'Outdoor', '64,800.00'],
    ['Training in 31 dispatch centres', 'Training', '22,000.00'],
    ['Conferences', 'Events', '7,400.00'],
  ],
  launch: `The converter runs today and answers 40 requests a second on one small machine. On the day of allocation the new address is put in front of it. Plates are ordered in lots of 3,000; the first lot is in the budget of this year.`,
  milestones: [
    ['Every code answers at {name}.org', 14, 'HTTP, DNSSEC, TLS'],
    ['3,000 plates in the first city', 120, 'Public map of plates'],
    ['15 dispatch centres trained', 200, 'Letters of the centres'],
    ['12,000 plates', 360, 'Public map of plates'],
  ],
  team: `Five map makers, two of whom wrote the published rule; a former dispatcher leads the training.`,
  resources: `US$210,000 a year from 1,100 members and from work for two cities. The plates are paid half by the cities, under contracts that are signed.`,
  quality: `The rule is fixed for good and has test vectors. A code that stands on a plate is never given to another place. We publish how fast and how often the service answers.`,
  deposit: '40,000.00',
  sheets: [
    {
      quality: [
        5,
        'Measured with two ambulance services, published rule, signed contracts. As good as such a plan gets.',
      ],
      creativity: [2, 'Codes for places have been made many times. What is new here is a plate.'],
      launch: [5, 'The converter runs; the first plates are paid for.'],
    },
    {
      quality: [
        4,
        'Strong evidence and a service that works without its makers. Maintenance of 12,000 plates is not costed.',
      ],
      creativity: [
        4,
        'The enamel plate ties a new address to a familiar object, and two characters leave room for the code.',
      ],
      launch: [5, 'Fourteen days is believable because nothing new has to be built.'],
    },
    {
      quality: [5, 'Test data are public and I could follow the figures. The team has done this before.'],
      creativity: [4, 'Letters readable from a moving car: the short name is used for what it can do.'],
      launch: [4, 'Sensible lots of 3,000. Training in 15 centres within 200 days is tight.'],
    },
  ],
  discussion: {
    criterion: 'creativity',
    value: 4,
    reason:
      'We compared it with three older systems of codes. None puts the address on the house, and that is the part for which the short name is needed.',
  },
}
