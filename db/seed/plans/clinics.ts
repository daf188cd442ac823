import type { SeedPlan } from './seed-plan'

/** Appointments for people who cannot read. The best of all. */
export const clinics: SeedPlan = {
  purpose: `64 vehicles carry nurses to markets in six states. People walk for hours and find the vehicle gone. **{name}.org** tells where each will stand this week: as a page, as a text message, and as a voice that answers on any telephone. The two characters are painted three metres high on the roofs and doors.`,
  benefit: `Four in ten of those who come, come on the wrong day. In the trial in one state it was one in nine after five months. Fewer lost days of work, and 2,700 more children vaccinated.`,
  audience: `About 600,000 people in 380 market towns, a third of whom do not read. Health workers who refer them. Ministries, who see from the same page where nobody goes.`,
  brand: `The mark and the address are the same thing. Painters in each state letter the vehicles by hand from one drawing; a child who can recognise two signs can recognise us.`,
  creativity: `Three letters are an abbreviation, two characters are a sign. Callers who cannot read are told one letter and one digit. We tried it with 1,180 callers: 94 % repeated the address correctly, against 41 % with our present one.`,
  strategy: `People trust what they see at the market and what their aunt tells them.

### Channels
- Roofs and doors of 64 vehicles, seen by some 210,000 people a week on market days
- Voice lines in six languages
- Printed vaccination cards that carry the address
- Community radio, unpaid, under agreements signed with nine stations

No purchased traffic and no parked pages at any time.`,
  budget: [
    ['Voice lines in six languages', 'Telephone', '41,000.00'],
    ['Vehicle marks and doors', 'Outdoor', '16,400.00'],
    ['Vaccination cards', 'Print', '9,300.00'],
  ],
  launch: `Timetables are kept in one system since last year. The page and the voice in two languages run in trial. Four more languages are recorded by health workers whose names are on the rota. Telephone numbers are leased in all six states.`,
  milestones: [
    ['{name}.org answers with the clinic finder', 30, 'HTTP, DNSSEC, TLS'],
    ['Voice lines in all six languages', 90, 'Call them'],
    ['All 64 vehicles are painted', 150, 'Photographs'],
    ['One in nine or fewer on the wrong day, in all states', 365, 'Published count'],
  ],
  team: `A doctor and a dispatcher who run the timetables, two engineers for telephony with eleven years in rural networks, a designer of signs, and 190 nurses who will be asked what is wrong with it.`,
  resources: `Public health contracts of US$3.1 million a year pay for vehicles and staff. The name, the lines and the cards come to less than two per cent of that and are in the approved budget of this year and the next.`,
  quality: `A wrong place on the page costs somebody a day's walk. Drivers confirm their stop by a message each morning; without it the page says “not confirmed”. Two people can change a timetable, never one.`,
  deposit: '60,000.00',
  sheets: [
    {
      quality: [
        5,
        'Needs are measured, a trial is described honestly, money is in approved budgets, and errors are thought through to the person who walks.',
      ],
      creativity: [
        5,
        'For callers who cannot read, two signs are all there is room for. The shortness of the name is the idea.',
      ],
      launch: [5, 'Numbers are leased, languages have names beside them, the finder runs.'],
    },
    {
      quality: [
        5,
        'Partners are named, effects counted before and after. I know of no better plan in this round.',
      ],
      creativity: [
        5,
        'The voice line turns the two characters into something a caller can say and remember. The trial supports it.',
      ],
      launch: [
        4,
        'Work is under way. Painting 64 vehicles in 150 days while they are in service is the tight part.',
      ],
    },
    {
      quality: [
        4,
        'Excellent. I mark it down only because the count of wrong days is made by the clinics themselves.',
      ],
      creativity: [5, 'Mark and address are one. It could not be done with a long name.'],
      launch: [5, 'Every milestone has an owner and a proof that an outsider can repeat.'],
    },
  ],
}
