import type { SeedPlan } from './seed-plan'

/** Words without a plan. Below the pass line. */
export const fixture: SeedPlan = {
  purpose: `We want to champion innovation. {name}.org will be a premier digital destination that brings together stakeholders from all sectors and empowers them to realise their potential.`,
  benefit: `The platform will create value for communities worldwide and make an impact at scale.`,
  audience: `Everyone who cares about a better future.`,
  brand: `A fresh, modern identity that reflects our values. {name} stands for next-generation thinking.`,
  creativity: `Short names are memorable. {name} is among the shortest there are.`,
  strategy: `We will use a mix of social media, influencers and partnerships. Details will be worked out with an agency once the name is ours.`,
  budget: [['Agency', 'Various', '50,000.00']],
  launch: `A landing page goes live at once. Further steps follow in phases.`,
  milestones: [['Landing page', 30, 'Website']],
  team: `An experienced team with a strong network.`,
  resources: `Funding is available.`,
  quality: `We are committed to the highest standards.`,
  deposit: '5,000.00',
  sheets: [
    {
      quality: [1, 'There is no need, no user and no content in it; each sentence would fit any other name.'],
      creativity: [1, 'That the name is short is not an idea.'],
      launch: [2, 'A landing page in thirty days, then phases without content.'],
    },
    {
      quality: [
        1,
        'Claims without substance. One line of budget for an agency that is to find out the rest.',
      ],
      creativity: [1, 'A generic site; any name would do.'],
      launch: [1, 'An intention. The one milestone is a page with nothing on it.'],
    },
    {
      quality: [2, 'The money may be there; what it is for is not said.'],
      creativity: [1, 'I looked for an idea and found adjectives.'],
      launch: [1, 'Steps follow in phases, but there are no steps.'],
    },
  ],
}
