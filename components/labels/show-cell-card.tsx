'use client'

import { useEffect, useRef, useState } from 'react'
import { Status as StatusWord } from '@/components/ui/status'
import { spell } from '@/domain/labels/spell'
import { Sort } from './sort'
import type { Status } from './status-words'

/** What the card says of a name beyond its status: round, reserve, what comes next. Keyed by label. */
export type CellNotes = Record<string, { term: string; value: string }[]>

type Shown = { label: string; status: Status; left: number; top: number }

const WIDTH = 300
const GAP = 8

/**
 * The card beside the cell under the pointer or the focus. It stays while the pointer is on it and goes with Escape
 * (WCAG 1.4.13). Everything on it is also on the name's own page, so it is silent for assistive technology.
 */
export function ShowCellCard({ notes = {} }: { notes?: CellNotes }) {
  const card = useRef<HTMLElement>(null)
  const [shown, setShown] = useState<Shown>()
  useEffect(() => {
    const root = card.current?.closest<HTMLElement>('.case')
    if (!root) return
    let leaving: ReturnType<typeof setTimeout> | undefined
    let marked: HTMLElement | undefined
    const mark = (cell?: HTMLElement) => {
      delete marked?.dataset.shown
      marked = cell
      if (cell) cell.dataset.shown = ''
    }
    const show = ({ target }: Event) => {
      if (!(target instanceof Element)) return
      if (card.current?.contains(target)) return clearTimeout(leaving)
      const cell = target.closest<HTMLElement>('.grid36 td a')
      if (!cell) return
      clearTimeout(leaving)
      mark(cell)
      setShown(beside(cell, root))
    }
    const hide = () => {
      mark()
      setShown(undefined)
    }
    const leave = () => {
      clearTimeout(leaving)
      leaving = setTimeout(hide, 150)
    }
    const onEscape = (event: KeyboardEvent) => event.key === 'Escape' && hide()
    const pointer = (event: PointerEvent) => event.pointerType !== 'touch' && show(event)
    root.addEventListener('pointerover', pointer)
    root.addEventListener('pointerout', leave)
    root.addEventListener('focusin', show)
    root.addEventListener('focusout', leave)
    document.addEventListener('keydown', onEscape)
    return () => {
      clearTimeout(leaving)
      root.removeEventListener('pointerover', pointer)
      root.removeEventListener('pointerout', leave)
      root.removeEventListener('focusin', show)
      root.removeEventListener('focusout', leave)
      document.removeEventListener('keydown', onEscape)
    }
  }, [])
  return (
    <aside
      ref={card}
      className="cell-card"
      aria-hidden="true"
      hidden={!shown}
      style={shown && { left: shown.left, top: shown.top }}
    >
      {shown && <Card {...shown} notes={notes[shown.label] ?? []} />}
    </aside>
  )
}

function Card({ label, status, notes }: Shown & { notes: { term: string; value: string }[] }) {
  return (
    <>
      <header>
        <Sort label={label} status={status} size={76} onFace decorative />
        <div>
          <div className="muted">{spell(label)}</div>
          <StatusWord status={status} />
        </div>
      </header>
      {notes.length > 0 && (
        <dl>
          {notes.flatMap(({ term, value }) => [
            <dt key={term}>{term}</dt>,
            <dd key={`${term} value`}>{value}</dd>,
          ])}
        </dl>
      )}
    </>
  )
}

/** To the left of the cell, or to the right where there is no room; in coordinates of the case. */
function beside(cell: HTMLElement, root: HTMLElement): Shown {
  const box = cell.getBoundingClientRect()
  const frame = root.getBoundingClientRect()
  const left = box.left - frame.left - WIDTH - GAP
  return {
    label: cell.textContent,
    status: cell.dataset.status as Status,
    left: left >= 0 ? left : box.right - frame.left + GAP,
    top: box.top - frame.top - 40,
  }
}
