'use client'

import { useEffect, useRef, useState } from 'react'
import { buttonClass } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { searchText } from '@/domain/plans/passages'
import { highlight, showRange } from './highlight-text'
import { readText } from './read-text'

const small = buttonClass({ size: 's' })

/** Looks for words in the plan: how many, and from one to the next. Enter goes on, with Shift back, Escape ends it. */
export function SearchPlan() {
  const found = useRef<Range[]>([])
  const [state, setState] = useState({ wanted: '', count: 0, at: 0 })
  const { wanted, count, at } = state

  const show = (index: number) => {
    const range = found.current[index]
    if (range) showRange(range)
    else highlight('plan-found', [])
  }
  const look = (words: string) => {
    const plan = document.querySelector('.plan-document')
    const page = plan && readText(plan)
    found.current = page ? searchText(page.text, words).map(page.rangeOf) : []
    highlight('plan-search', found.current)
    show(0)
    setState({ wanted: words, count: found.current.length, at: 0 })
  }
  const step = (by: 1 | -1) => {
    if (count === 0) return
    const next = (at + by + count) % count
    show(next)
    setState({ ...state, at: next })
  }
  useEffect(
    () => () => {
      highlight('plan-search', [])
      highlight('plan-found', [])
    },
    [],
  )
  return (
    <search className="plan-search">
      <label className="sr-only" htmlFor="plan-search">
        Search in the plan
      </label>
      <Icon name="search" size="s" />
      <input
        id="plan-search"
        type="search"
        placeholder="Search in the plan"
        autoComplete="off"
        value={wanted}
        onChange={(event) => look(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') step(event.shiftKey ? -1 : 1)
          else if (event.key === 'Escape') look('')
          else return
          event.preventDefault()
        }}
      />
      <output className="small muted num" htmlFor="plan-search">
        {wanted.trim() !== '' && (count === 0 ? 'Not found' : `${at + 1} of ${count}`)}
      </output>
      <button type="button" className={small} disabled={count === 0} onClick={() => step(-1)}>
        <Icon name="chevron-down" size="s" className="rotate-180" title="Previous find" />
      </button>
      <button type="button" className={small} disabled={count === 0} onClick={() => step(1)}>
        <Icon name="chevron-down" size="s" title="Next find" />
      </button>
    </search>
  )
}
