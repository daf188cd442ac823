import type { SeedPlan } from './seed-plan'

/** Weather as seen from lighthouses. Fair. */
export const lighthouse: SeedPlan = {
  purpose: `The keepers of 117 lighthouses still write down wind, sea and sight four times a day, as they have since 1840. **{name}.org** will publish these notes within minutes, beside the 68 million old ones that volunteers have typed in. Fishermen get the sea as a person sees it; climate research gets the longest series there is.`,
  benefit: `Satellites do not see fog under cloud. Harbour masters in the trial changed a decision because of a keeper's note on 23 days of last winter.`,
  audience: `Crews of some 5,000 small boats on two coasts; harbours; and about 60 institutes that work with old weather.`,
  brand: `Light on dark, one beam, no ornament. Each station has its own rhythm of flashes, and the page of a station blinks it once when it opens; those who do not want that see a pattern.`,
  creativity: `On marine radio an address is spelled letter by letter. “Golf seven” or “kilo two” takes two seconds; our present address takes nineteen.`,
  strategy: `### Channels
- The harbour boards of 240 ports: a plate with the address beside the tide table
- Marine radio, where the address is read with each forecast
- Almanacs of two coasts, which print it on the page of each light`,
  budget: [
    ['Plates for 240 ports', 'Outdoor', '14,400.00'],
    ['Entries in almanacs', 'Print', '5,000.00'],
  ],
  launch: `Notes of 36 stations come in electronically. The remaining 81 send paper once a week and will be given a telephone with a form. We expect a year for all of them, as some can be reached by boat only in summer.`,
  milestones: [
    ['36 stations at {name}.org', 40, 'HTTP, TLS'],
    ['80 stations', 240, 'Public list'],
    ['All 117 stations', 400, 'Public list'],
  ],
  team: `A meteorologist, an archivist, one engineer; the keepers themselves.`,
  resources: `US$120,000 a year from the coast guard's heritage fund and from donations.`,
  quality: `Notes are published as written and never altered; what a second observer doubts is marked.`,
  deposit: '10,000.00',
  sheets: [
    {
      quality: [4, 'A unique series and a plain plan for it. Notes are never altered, doubts are marked.'],
      creativity: [3, 'The radio argument is good. The blinking page is decoration.'],
      launch: [3, 'Stations that are reached in summer only make the dates soft, and they say so.'],
    },
    {
      quality: [3, 'Useful to few but very useful to them. One engineer is a risk.'],
      creativity: [4, 'Two seconds instead of nineteen on marine radio: the name is worth its shortness.'],
      launch: [3, 'First 36 stations are safe; the rest depends on weather and boats.'],
    },
    {
      quality: [4, 'Benefit was counted over a winter. Little money, but little is needed.'],
      creativity: [3, 'Restrained and fitting, not surprising.'],
      launch: [3, 'Dated milestones. Who installs 81 telephones is not clear.'],
    },
  ],
}
