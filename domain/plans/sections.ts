/**
 * What an application asks (R5.1), as data: forms, checks, the frozen version and the reading of a plan all follow it.
 *
 * Invariants:
 * - Every answer lives under its section's and its own id; ids are never reused for another meaning.
 * - Only sections with `plan: true` are shown to reviewers: they carry no bid, no deposit, no name of the applicant.
 */

export type Column = {
  id: string
  label: string
  /** `country`: an ISO 3166-1 alpha-2 code, chosen from the list. */
  kind: 'text' | 'money' | 'date' | 'country'
  /** Names the problem when the cell is empty: “Enter {missing}.” */
  missing: string
}

type Asked = { id: string; label: string; hint?: string; required: boolean }

export type TextQuestion = Asked & { kind: 'text' | 'markdown'; words: number }
export type ChoiceQuestion = Asked & {
  kind: 'choice'
  options: readonly { value: string; label: string }[]
  /** Choosing it asks for the text of `explain`. */
  explainOn?: string
}
export type ConfirmQuestion = Asked & { kind: 'confirm' }
export type MoneyQuestion = Asked & { kind: 'money' }
export type RowsQuestion = Asked & {
  kind: 'rows'
  columns: readonly Column[]
  /** Singular, for buttons: “Add a line”. */
  row: string
  most: number
  /** Sum this column below the table. */
  total?: string
}

export type Question = TextQuestion | ChoiceQuestion | ConfirmQuestion | MoneyQuestion | RowsQuestion

export const sectionIds = [
  'eligibility',
  'conflict',
  'organisation',
  'owners',
  'purpose',
  'brand',
  'marketing',
  'launch',
  'team',
  'deposit',
] as const
export type SectionId = (typeof sectionIds)[number]

export type Section = {
  id: SectionId
  /** The task's name, with a verb. */
  task: string
  /** Title of the page; `{name}` stands for the domain name (`q7.org`). */
  title: string
  lead: string
  /** Heading in the reading of the plan. */
  heading: string
  /** Part of the branding plan that reviewers read. */
  plan: boolean
  questions: readonly Question[]
}

export const sections: Record<SectionId, Section> = {
  eligibility: {
    id: 'eligibility',
    task: 'Check that you can apply',
    title: 'Can your organisation apply?',
    lead: 'An applicant is the organisation that will hold the name. Names are allocated only through ICANN-accredited registrars.',
    heading: 'Eligibility',
    plan: false,
    questions: [
      {
        id: 'exists',
        kind: 'confirm',
        label: 'The organisation exists in law, or the applicant is a person of full age',
        required: true,
      },
      {
        id: 'entitled',
        kind: 'confirm',
        label: 'I am entitled to act for it in this application',
        required: true,
      },
      {
        id: 'lawful',
        kind: 'confirm',
        label: 'It is not barred by law or sanctions from holding a .org name or paying for it in US dollars',
        required: true,
      },
    ],
  },
  conflict: {
    id: 'conflict',
    task: 'Say whether you have a conflict',
    title: 'Is anyone connected with the programme?',
    lead: 'Staff of Public Interest Registry, reviewers and custodians can never act for an applicant. Tell us about other connections: family, employment in the last two years, shared ownership.',
    heading: 'Conflict of interest',
    plan: false,
    questions: [
      {
        id: 'connected',
        kind: 'choice',
        label: 'Is anyone who owns, leads or acts for your organisation connected with the programme?',
        options: [
          { value: 'no', label: 'No' },
          { value: 'yes', label: 'Yes' },
        ],
        explainOn: 'yes',
        required: true,
      },
      {
        id: 'explain',
        kind: 'text',
        label: 'Who, and how?',
        hint: 'Needed if you answered yes. Up to 200 words. Declaring a connection does not exclude you.',
        words: 200,
        required: false,
      },
    ],
  },
  organisation: {
    id: 'organisation',
    task: 'Confirm your organisation',
    title: 'Are these details right?',
    lead: 'The name is registered to this organisation. Its details are frozen with your application when you submit.',
    heading: 'Organisation',
    plan: false,
    questions: [
      {
        id: 'confirmed',
        kind: 'confirm',
        label: 'These details are complete and right',
        required: true,
      },
    ],
  },
  owners: {
    id: 'owners',
    task: 'Name your owners',
    title: 'Who owns or controls your organisation?',
    lead: 'Name every person who owns or controls a quarter or more. A charity or an association names the people on its board. Not published; used to find related applicants.',
    heading: 'Owners',
    plan: false,
    questions: [
      {
        id: 'owners',
        kind: 'rows',
        label: 'Owners and people in control',
        row: 'person',
        most: 30,
        required: true,
        columns: [
          { id: 'name', label: 'Full name', kind: 'text', missing: 'the full name' },
          { id: 'country', label: 'Country', kind: 'country', missing: 'the country' },
          { id: 'share', label: 'Share in % or role', kind: 'text', missing: 'the share or role' },
        ],
      },
    ],
  },
  purpose: {
    id: 'purpose',
    task: 'Describe the purpose and who benefits',
    title: 'What will {name} be for?',
    lead: 'Say what people will find at the name, what good it does, and for whom. Do not name your organisation: reviewers read the plan without it.',
    heading: 'Purpose and public benefit',
    plan: true,
    questions: [
      {
        id: 'purpose',
        kind: 'markdown',
        label: 'Purpose',
        hint: 'Up to 400 words. What the name will be used for.',
        words: 400,
        required: true,
      },
      {
        id: 'benefit',
        kind: 'markdown',
        label: 'Public benefit',
        hint: 'Up to 300 words. What gets better, and how anyone could tell.',
        words: 300,
        required: true,
      },
      {
        id: 'audience',
        kind: 'markdown',
        label: 'Audience',
        hint: 'Up to 300 words. The people it is for, and how many they are.',
        words: 300,
        required: true,
      },
    ],
  },
  brand: {
    id: 'brand',
    task: 'Describe your brand and identity',
    title: 'What will {name} stand for?',
    lead: 'Reviewers judge the creativity of the idea and the care with which it is carried out.',
    heading: 'Brand and identity',
    plan: true,
    questions: [
      {
        id: 'brand',
        kind: 'markdown',
        label: 'Brand and identity',
        hint: 'Up to 400 words. How the name is read, spoken and shown; what it promises.',
        words: 400,
        required: true,
      },
      {
        id: 'creativity',
        kind: 'markdown',
        label: 'Creativity',
        hint: 'Up to 300 words. What a short name makes possible that a longer one does not.',
        words: 300,
        required: true,
      },
    ],
  },
  marketing: {
    id: 'marketing',
    task: 'Plan your marketing and its budget',
    title: 'How will people come to know and use {name}?',
    lead: 'Reviewers judge quality, creativity and a timely launch. Say which channels you will use, why they fit your audience, and what you will spend.',
    heading: 'Marketing strategy',
    plan: true,
    questions: [
      {
        id: 'strategy',
        kind: 'markdown',
        label: 'Marketing strategy',
        hint: 'Up to 600 words. Headings, lists and links are kept; see how it will look under Preview.',
        words: 600,
        required: true,
      },
      {
        id: 'budget',
        kind: 'rows',
        label: 'What will you spend?',
        hint: 'In US dollars, for the first twelve months. Amounts such as 1,250 or 1250.00 both work.',
        row: 'line',
        most: 30,
        required: true,
        total: 'amount',
        columns: [
          { id: 'what', label: 'What for', kind: 'text', missing: 'what the money is for' },
          { id: 'channel', label: 'Channel', kind: 'text', missing: 'the channel' },
          { id: 'amount', label: 'US$', kind: 'money', missing: 'the amount' },
        ],
      },
    ],
  },
  launch: {
    id: 'launch',
    task: 'Set your launch dates',
    title: 'What will be ready at {name}, and when?',
    lead: 'A timely launch is judged. Choose dates you can keep.',
    heading: 'Launch plan',
    plan: true,
    questions: [
      {
        id: 'plan',
        kind: 'markdown',
        label: 'Launch plan',
        hint: 'Up to 400 words. The steps from allocation to a site in use, and what could delay them.',
        words: 400,
        required: true,
      },
      {
        id: 'milestones',
        kind: 'rows',
        label: 'Milestones',
        hint: 'If you are awarded the name, these dates become public commitments and are checked.',
        row: 'milestone',
        most: 20,
        required: true,
        columns: [
          { id: 'milestone', label: 'Milestone', kind: 'text', missing: 'the milestone' },
          { id: 'due', label: 'Due', kind: 'date', missing: 'the date' },
          { id: 'proof', label: 'How it can be checked', kind: 'text', missing: 'how it can be checked' },
        ],
      },
    ],
  },
  team: {
    id: 'team',
    task: 'Describe your team and resources',
    title: 'Who will do it, and with what?',
    lead: 'Describe roles and experience. Leave out names of people and of your organisation.',
    heading: 'Team, resources and quality',
    plan: true,
    questions: [
      {
        id: 'team',
        kind: 'markdown',
        label: 'Team and capability',
        hint: 'Up to 300 words. The roles, and what these people have done before.',
        words: 300,
        required: true,
      },
      {
        id: 'resources',
        kind: 'markdown',
        label: 'Resources',
        hint: 'Up to 300 words. Money, partners and technology for the first three years.',
        words: 300,
        required: true,
      },
      {
        id: 'quality',
        kind: 'markdown',
        label: 'Quality',
        hint: 'Up to 300 words. How you will keep what stands at the name accurate, secure and in use.',
        words: 300,
        required: true,
      },
    ],
  },
  deposit: {
    id: 'deposit',
    task: 'Choose a deposit',
    title: 'How much will you deposit?',
    lead: 'Your deposit sets how much you may bid in this round. You pay it only if your plan qualifies; it is returned if you do not win. Reviewers never see it.',
    heading: 'Deposit',
    plan: false,
    questions: [
      {
        id: 'amount',
        kind: 'money',
        label: 'Intended deposit in US dollars',
        hint: 'You can change it until the deposit is due.',
        required: true,
      },
    ],
  },
}

/** The sections that make up the branding plan, in the order of reading. */
export const planSections: readonly Section[] = sectionIds
  .map((id) => sections[id])
  .filter(({ plan }) => plan)

/** Whether a text names a section. */
export function isSectionId(text: string): text is SectionId {
  return (sectionIds as readonly string[]).includes(text)
}
