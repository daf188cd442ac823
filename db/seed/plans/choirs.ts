import type { SeedPlan } from './seed-plan'

/** Scores on the wall of the rehearsal room. Well made. */
export const choirs: SeedPlan = {
  purpose: `**{name}.org** will be where a choir finds the music it may sing. 48,000 works out of copyright, as clean scores and as recordings of each voice, so that an alto can practise the alto. A conductor makes a list for the evening; the singers open it under {name}.org and the number on the blackboard.`,
  benefit: `Small choirs spend a fifth of their dues on copies of music that belongs to everyone. 1,150 choirs in the trial sang 320 works nobody had performed for a century.`,
  audience: `Amateur choirs: about 37,000 in our member countries, with a million singers. Schools without a music teacher come second and are growing faster.`,
  brand: `A chalk mark. Two characters and four digits, written by hand on a blackboard, are the whole identity; our poster shows how to write them so that the last row can read them.`,
  creativity: `A conductor says it once, in a room with an echo, to people who are talking. We recorded 30 rehearsals: addresses longer than four characters were asked for again in 26.`,
  strategy: `Conductors decide, singers spread.

### Channels
- Courses for conductors at 14 academies, which have agreed
- The song festival, with 25,000 singers, for which the scores will be published here
- A letter to all 37,000 choirs through their national unions

### Not planned
Paid advertising. Choirs listen to choirs.`,
  budget: [
    ['Courses at 14 academies', 'Training', '19,600.00'],
    ['Festival scores and rehearsal recordings', 'Events', '27,000.00'],
    ['Letters through national unions', 'Post', '8,300.00'],
  ],
  launch: `The scores exist; 31,000 are proofread. Lists and numbers were tried by 1,150 choirs. After allocation we move the trial, then open to everyone at the beginning of the season.`,
  milestones: [
    ['The trial moves to {name}.org', 45, 'HTTP, TLS'],
    ['Open to all choirs', 120, 'Public pages'],
    ['Festival programme published', 200, 'Public pages'],
    ['48,000 works proofread', 420, 'Public count'],
  ],
  team: `Three editors of music, two programmers, a sound engineer; 400 volunteers proofread.`,
  resources: `US$290,000 a year from seven national unions under agreements until 2030.`,
  quality: `Two people proofread each page against the source, which is shown beside it. Rights are checked per country by a librarian; what is doubtful stays out.`,
  deposit: '12,000.00',
  sheets: [
    {
      quality: [4, 'Long agreements, proofreading by two, and a trial with 1,150 choirs.'],
      creativity: [4, 'The chalk mark is simple and could only be done with two characters.'],
      launch: [4, 'The season gives a natural date. Proofreading of the last third is the risk.'],
    },
    {
      quality: [4, 'Rights per country are thought of, which most such plans forget.'],
      creativity: [4, 'They recorded rehearsals to see how often an address is asked for again. Convincing.'],
      launch: [4, 'Milestones with dates and proof; the festival will hold them to it.'],
    },
    {
      quality: [5, 'Seven unions pay for it until 2030, sources are shown beside the scores.'],
      creativity: [3, 'Pleasant. Numbers on a blackboard are older than the internet.'],
      launch: [4, 'The move is small and the dates leave time.'],
    },
  ],
}
