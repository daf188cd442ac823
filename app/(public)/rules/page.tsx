import type { Metadata } from 'next'
import { SectionHead } from '@/components/ui/section-head'
import { currentRules } from '@/domain/rules/current'
import { readRulebook } from '@/domain/rules/read-rulebook'
import { RuleText } from './_parts/rule-text'

export const metadata: Metadata = {
  title: 'Rules',
  description:
    'The rulebook of the Programme: every paragraph has a number that screens, letters and decisions cite.',
}

/** The rulebook as published, each paragraph under its number (R17.1): `/rules#R7.3`. */
export default function Rules() {
  const { introduction, sections } = readRulebook(currentRules.text)
  return (
    <div className="wrap page">
      <div className="aside">
        <div>
          <h1>Rules, version {currentRules.version}</h1>
          <div className="prose lede mt-4">
            {introduction.map((text) => (
              <p key={text}>
                <RuleText text={text} />
              </p>
            ))}
          </div>
        </div>
        <aside>
          <nav className="act small" aria-label="Sections">
            <ol className="columns-1 sm:columns-2 lg:columns-1">
              {sections.map(({ id, title }) => (
                <li key={id}>
                  <a href={`#${id}`} className="inline-block py-1">
                    <span className="mono">{id}</span> {title}
                  </a>
                </li>
              ))}
            </ol>
          </nav>
          <p className="small soft mt-6">
            <a href="/rules/text">The text as a file</a>. Its SHA-256, which applicants accept with every
            submission:
          </p>
          <p className="mono xs muted brk mt-1">{currentRules.hash}</p>
        </aside>
      </div>
      {sections.map(({ id, title, paragraphs }) => (
        <section key={id} className="sec" aria-labelledby={id}>
          <SectionHead title={title} id={id} minor>
            <span className="mono">{id}</span>
          </SectionHead>
          {paragraphs.map(({ number, text, items }) => (
            <div
              key={number}
              id={number}
              className="grid scroll-mt-4 grid-cols-1 gap-x-8 border-hairline border-b py-4 target:bg-(--blue-wash) md:grid-cols-[5rem_minmax(0,1fr)]"
            >
              <a className="mono muted small" href={`#${number}`} aria-label={`Link to ${number}`}>
                {number}
              </a>
              <div className="prose max-w-[72ch]">
                <p className="max-w-none">
                  <RuleText text={text} own={number} />
                </p>
                {items.length > 0 && (
                  <ul>
                    {items.map((item) => (
                      <li key={item} className="max-w-none">
                        <RuleText text={item} own={number} />
                      </li>
                    ))}
                  </ul>
                )}
              </div>
            </div>
          ))}
        </section>
      ))}
    </div>
  )
}
