import type { SeedPlan } from './seed-plan'

/** How dark it is tonight. Good. */
export const nightsky: SeedPlan = {
  purpose: `**{name}.org** will show how dark it is tonight where you are. 3,100 small meters on roofs measure the light of the sky; the page gives one number and what you can see with it.`,
  benefit: `Towns that dim their lamps see the effect the same night. 46 have changed their lighting rules with our figures.`,
  audience: `People who look up; councils; 700 schools with a meter on the roof.`,
  brand: `White on black, nothing else, and dim enough not to spoil the eye: the page is drawn in deep red after sunset.`,
  creativity: `At night one types with cold fingers and without light. Two characters can be found on a keyboard in the dark.`,
  strategy: `### Channels
- Meters for 300 more schools, each a partner in its town
- The meteor nights in August and December
- A figure for the weather page of 40 local papers`,
  budget: [
    ['300 meters', 'Schools', '33,000.00'],
    ['Meteor nights', 'Events', '7,500.00'],
    ['Figures for local papers', 'Press', '3,200.00'],
  ],
  launch: `Meters report to our server today. The page is written and in use by members. It is opened to everyone with the new name.`,
  milestones: [
    ['Tonight at {name}.org', 25, 'HTTP, DNSSEC, TLS'],
    ['40 papers carry the figure', 160, 'Copies'],
    ['3,400 meters', 300, 'Public map'],
  ],
  team: `Two astronomers, an engineer for the meters, an editor.`,
  resources: `US$150,000 a year from members and an observatory.`,
  quality: `Meters are compared with a reference twice a year; one that drifts is switched off the map.`,
  deposit: '100,000.00',
  sheets: [
    {
      quality: [4, 'Meters stand, figures are used by 46 towns.'],
      creativity: [4, 'Typed in the dark with cold fingers: short for a reason. The red page is thoughtful.'],
      launch: [5, 'The page is in use by members and only needs to be opened.'],
    },
    {
      quality: [4, 'Calibration is described, the money fits.'],
      creativity: [3, 'One number for the night is a good idea; the brand is austere.'],
      launch: [4, 'Dates with proof and little risk.'],
    },
    {
      quality: [3, 'Useful and sound, if narrow.'],
      creativity: [4, 'Well worked out down to the colour after sunset.'],
      launch: [4, 'Realistic throughout.'],
    },
  ],
}
