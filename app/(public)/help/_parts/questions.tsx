import Link from 'next/link'
import { SectionHead } from '@/components/ui/section-head'

type Question = { id: string; question: string; answer: React.ReactNode }

const rule = (number: string) => (
  <Link href={`/rules#${number}`} prefetch={false}>
    {number}
  </Link>
)

const questions: Question[] = [
  {
    id: 'who',
    question: 'Who can apply?',
    answer: (
      <>
        Any organisation with a plan for the name: a charity, a company, a public body. It applies with a
        branding plan and a sponsoring registrar accredited by ICANN ({rule('R4.1')}, {rule('R4.2')}). Whoever
        works for the programme cannot apply ({rule('R4.3')}).
      </>
    ),
  },
  {
    id: 'need',
    question: 'What do I need before I start?',
    answer: (
      <>
        An account, an organisation, and about two hours. The plan says what you will build, for whom, with
        what budget and by when. It is saved while you type, on every device you sign in from.
      </>
    ),
  },
  {
    id: 'names',
    question: 'Which names are there?',
    answer: (
      <>
        1,332: 36 single characters and 1,296 pairs of a–z and 0–9. Pairs of two letters can be country codes,
        so they are released only with consent or measures against confusion ({rule('R2.2')}). Some names were
        registered before the Programme; some are kept back, with a public reason.
      </>
    ),
  },
  {
    id: 'judged',
    question: 'How is my plan judged?',
    answer: (
      <>
        Reviewers without a conflict score quality, creativity and timely launch from 0 to 5 against written
        anchors, each alone and with a reason ({rule('R6.1')}). All decisions of a round are released at once.
        Your letter gives every criterion’s score and reason ({rule('R6.7')}).
      </>
    ),
  },
  {
    id: 'bid',
    question: 'What does a qualified plan let me do?',
    answer: (
      <>
        Bid. Your deposit sets how much: ten times the deposit, over all names together ({rule('R7.2')}). If
        you are the only one who qualified for a name, there is no auction: it is yours at the reserve (
        {rule('R7.4')}).
      </>
    ),
  },
  {
    id: 'seen',
    question: 'What do others see of me?',
    answer: (
      <>
        While bidding lasts, a paddle number and the price. Your maximum is shown to nobody. When the round is
        final its record is published so that anyone can repeat it, with every accepted maximum under its
        paddle; the winner is named, others only if the round says so ({rule('R9.4')}, {rule('R17.1')}).
      </>
    ),
  },
  {
    id: 'close',
    question: 'Why did the close move?',
    answer: (
      <>
        A bid in the last minutes moves it, so that everyone can answer. How many minutes is a setting of the
        round, shown with it from the start ({rule('R7.3')}).
      </>
    ),
  },
  {
    id: 'trust',
    question: 'How can I check a result?',
    answer: (
      <>
        Open it under{' '}
        <Link href="/results" prefetch={false}>
          Results
        </Link>
        : the portal decides every recorded event again and shows what it found. Take the events with you and
        repeat it with your own means.
      </>
    ),
  },
  {
    id: 'times',
    question: 'Which time counts?',
    answer: (
      <>
        The server’s clock. Every date is shown in your zone and in UTC; change the zone at the foot of any
        page. A deadline is the first instant at which it is too late ({rule('R7.1')}).
      </>
    ),
  },
  {
    id: 'money',
    question: 'Where does the money go?',
    answer: (
      <>
        More than half of the proceeds goes to the work of the Internet Society, as the registry states. See{' '}
        <Link href="/proceeds" prefetch={false}>
          Proceeds
        </Link>
        .
      </>
    ),
  },
]

/** What people ask, each answer behind its question; works without script, and every question has an address. */
export function Questions() {
  return (
    <section aria-labelledby="questions">
      <SectionHead title="Questions" id="questions" minor />
      {questions.map(({ id, question, answer }) => (
        <details key={id} id={id} className="border-hairline border-b py-3">
          <summary className="cursor-pointer font-[600]">{question}</summary>
          <p className="soft pt-2">{answer}</p>
        </details>
      ))}
    </section>
  )
}
