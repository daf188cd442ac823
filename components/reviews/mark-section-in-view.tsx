'use client'

import { useEffect } from 'react'

/** Marks in the outline which section of the plan is being read: the last one whose head has passed the upper third. */
export function MarkSectionInView() {
  useEffect(() => {
    const pane = document.querySelector('.panes > .plan')
    const links = [...document.querySelectorAll<HTMLAnchorElement>('.plan-outline nav a')]
    const sections = links.map((link) => document.getElementById(link.hash.slice(1)))
    if (!pane) return
    const mark = () => {
      const line = pane.getBoundingClientRect().top + pane.clientHeight / 3
      const passed = sections.filter((section) => section && section.getBoundingClientRect().top < line)
      const current = Math.max(0, passed.length - 1)
      for (const [index, link] of links.entries())
        if (index === current) link.setAttribute('aria-current', 'true')
        else link.removeAttribute('aria-current')
    }
    mark()
    pane.addEventListener('scroll', mark, { passive: true })
    return () => pane.removeEventListener('scroll', mark)
  }, [])
  return null
}
