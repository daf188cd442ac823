import type { SeedPlan } from './seed-plan'

/** Books for schools without a connection. Good, with a gap in the money. */
export const library: SeedPlan = {
  purpose: `**{name}.org** will be the shelf mark of a library that travels without the internet. Schools receive a box the size of a loaf of bread: a small computer, a radio, 11,000 open textbooks. Pupils join its network with any telephone and type {name}.org; the box answers, whether or not there is a line to the outside.`,
  benefit: `A class of 60 that shares four books gets a book each. In the 86 schools of the pilot, pupils read 2.3 hours more a week by their own account, and the boxes' own counters agree with them to within a tenth.`,
  audience: `Pupils of 10 to 18 years and their teachers in 1,400 schools without a line, some 310,000 people; later the clinics and farm advisers that asked for a box of their own.`,
  brand: `A box is painted by the school that receives it. What all of them share is the two characters on the lid and the first page: white on green, drawn from stencils we send along.`,
  creativity: `On a telephone without a touch screen, every letter is up to four presses. The address of today takes 71; {name}.org takes 14. We count presses because our readers do.`,
  strategy: `Teachers choose for their classes, so we speak to teachers.

### Channels
- A day in each of 40 teacher training colleges, with a box to take home
- Radio lessons of the national broadcaster, which name the address at the end
- A poster with the stencil letters in every box

We do not advertise to children.`,
  budget: [
    ['Days in 40 training colleges', 'Events', '28,000.00'],
    ['Radio lessons, 24 broadcasts', 'Radio', '9,600.00'],
    ['Posters and stencils', 'Print', '6,200.00'],
  ],
  launch: `Boxes in the field learn the new name with the update that teachers carry to them on a memory card at the beginning of each term. Until then both names answer. The public site shows the catalogue and takes orders for boxes.`,
  milestones: [
    ['{name}.org shows the catalogue', 30, 'HTTP, TLS'],
    ['The update is on its way to 86 schools', 75, 'Public list of schools'],
    ['500 schools answer to the new name', 330, 'Counters of the boxes'],
  ],
  team: `A former head teacher, three engineers who build the boxes, and two librarians. Repairs are done by 19 trained people in the counties.`,
  resources: `A grant of US$380,000 runs until the end of next year. Its renewal is applied for and not decided. Boxes are paid by the schools' districts at cost, US$94.`,
  quality: `Books are chosen by the two librarians and a panel of 12 teachers, who read what they recommend. A fault in a book is corrected within one term in every box.`,
  deposit: '15,000.00',
  sheets: [
    {
      quality: [
        4,
        'A careful pilot with measured effect and a known price per school. Renewal of the grant is open.',
      ],
      creativity: [
        5,
        'Counting key presses on old telephones makes the case for a short name better than any slogan.',
      ],
      launch: [3, 'The update by memory card is honest, but most schools will wait two terms for the name.'],
    },
    {
      quality: [
        3,
        'Good people and a clear need. What happens to 1,400 boxes if the grant ends is not said.',
      ],
      creativity: [
        4,
        'A name that answers without the internet is an idea of its own. The branding is left to the schools, which I like.',
      ],
      launch: [
        4,
        'The public site is promised within a month and the dates for the field are staged sensibly.',
      ],
    },
    {
      quality: [
        4,
        'The figures of the pilot are checked in two ways. Marketing money goes where the decision is made.',
      ],
      creativity: [4, 'Fourteen presses instead of 71. The stencils are a nice touch, though not new.'],
      launch: [4, 'Few dependencies for the first milestone; the last one is ambitious and can be counted.'],
    },
  ],
}
