'use client'

import { useEffect, useRef } from 'react'

/**
 * What has to be put right, in one frame that takes the focus when it appears. `fields` maps input names to sentences;
 * each links to its field.
 */
export function ErrorSummary({
  title = 'There is a problem',
  message,
  fields = {},
}: {
  title?: string
  message?: string
  fields?: Record<string, string>
}) {
  const frame = useRef<HTMLDivElement>(null)
  const problems = Object.entries(fields)
  const said = [message, ...Object.values(fields)].join()
  useEffect(() => {
    if (said) frame.current?.focus()
  }, [said])
  return (
    <div ref={frame} className="err-sum" role="alert" tabIndex={-1}>
      <h2>{title}</h2>
      {problems.length === 0 && <p>{message}</p>}
      <ul>
        {problems.map(([name, sentence]) => (
          <li key={name}>
            <a href={`#${name}`}>{sentence}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
