import type { SeedPlan } from './seed-plan'

/** Addresses on circuit boards. Original, detailed. */
export const hardware: SeedPlan = {
  purpose: `A repairer who opens a device finds a circuit board with a number and no way to learn what it is. Boards of 1,400 open designs will carry **{name}.org/** and their number in the copper itself: drawing, list of parts, changes and known faults, for as long as the board exists.`,
  benefit: `Repair instead of waste. In 12 repair cafés with 900 devices, those with a legible reference to their drawing were mended in 71 % of cases, the others in 38 %.`,
  audience: `Repairers: 2,600 cafés and as many small workshops. Makers of open designs, some 5,000 people. Schools of electronics.`,
  brand: `The mark is made by the board houses, in copper, 1.2 millimetres high, in a single-stroke lettering that we drew and published under a free licence so that it survives the etching.`,
  creativity: `On a board of 18 millimetres there is room for eight characters between the holes. A two-character name leaves five for the number and one for the stroke. With three characters we lose nine designs in ten.`,
  strategy: `The tools are the channel: whoever draws a board should find the mark already in the drawing program.

### Channels
- Plug-ins for the three drawing programs that 90 % of open designs use; two are merged, one is under review
- A lettering for board houses, agreed with four of them
- Repair cafés: a reader for the telephone and a wall chart`,
  budget: [
    ['Plug-ins, maintenance for a year', 'Software', '18,000.00'],
    ['Etching trials with four board houses', 'Print', '7,700.00'],
    ['Wall charts for 2,600 cafés', 'Print', '6,500.00'],
    ['Two gatherings of makers', 'Events', '9,400.00'],
  ],
  launch: `Designs are kept in a public archive that has run for six years. The resolver for numbers is written and is in the archive too. On allocation we publish the rule for numbers, open registration and stamp the first 40 designs, whose makers have agreed in writing.`,
  milestones: [
    ['{name}.org resolves 1,400 designs', 20, 'HTTP, DNSSEC, TLS'],
    ['40 designs in copper', 110, 'Photographs, orders'],
    ['Third plug-in merged', 180, 'Public repository'],
    ['300 designs in copper', 365, 'Public register'],
  ],
  team: `Nine engineers, four of them paid; a typographer who draws for etching; an archivist.`,
  resources: `US$175,000 a year from members and two firms that repair. The archive is mirrored by three universities with contracts until 2035.`,
  quality: `A number in copper cannot be taken back, so none is given before two people have compared board and drawing. If the association ends, the mirrors continue: the deed of foundation says so.`,
  deposit: '30,000.00',
  sheets: [
    {
      quality: [5, 'Thinks in decades: numbers in copper, mirrors by contract, a clause for the end.'],
      creativity: [
        5,
        'Eighteen millimetres of board decide the length of the name. I have not seen a better reason.',
      ],
      launch: [4, 'Resolver and archive exist; 40 makers have agreed in writing.'],
    },
    {
      quality: [4, 'Measured in repair cafés, with control. Half of the engineers are unpaid.'],
      creativity: [
        5,
        'A lettering for etching, published freely: new to its field and worked out to the end.',
      ],
      launch: [5, 'Twenty days to the first milestone, and everything for it can be inspected now.'],
    },
    {
      quality: [5, 'Thorough in every part, and it says what happens when people leave.'],
      creativity: [4, 'Very good; appeals to a small world of makers.'],
      launch: [4, 'Dates hold together. The third plug-in is in the hands of others.'],
    },
  ],
}
