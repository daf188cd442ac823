import type { Metadata } from 'next'
import { HelpPage } from '../_parts/help-page'

export const metadata: Metadata = {
  title: 'Accessibility',
  description:
    'What this portal does so that everyone can use it, what is known not to work, and how to tell us.',
}

export default function Accessibility() {
  return (
    <HelpPage title="Accessibility" about="Accessibility">
      <p>
        This portal is made to meet the Web Content Accessibility Guidelines (WCAG) 2.2 at level AA: in light
        and dark, on a telephone, with the keyboard alone, and with a screen reader.
      </p>
      <h2>What that means here</h2>
      <ul>
        <li>A status is always colour, glyph and word. Nothing is told by colour alone.</li>
        <li>
          The grid of 1,332 names is a table with one tab stop: arrow keys move in it, Home and End go to the
          ends of a row, and “Skip the grid” leads past it. The same names stand in a list.
        </li>
        <li>Every name is also read out character by character, because some look alike.</li>
        <li>Every plot has its figures in a table beside it.</li>
        <li>Dates carry your zone and UTC. Deadlines can be added to a calendar.</li>
        <li>Bids are confirmed before they are sent. Nothing that was typed is lost when a session ends.</li>
        <li>Motion stops when your system asks for less of it.</li>
      </ul>
      <h2>What is known not to work</h2>
      <ul>
        <li>
          On screens below 640 pixels the grid becomes a board by first character; the list is unchanged.
        </li>
        <li>The pages are in English. Names, amounts and dates stay left to right in every script.</li>
      </ul>
      <h2>How it was checked</h2>
      <p>
        Every page is checked with axe in both themes, and the main journeys are walked with the keyboard
        alone, each time the portal is changed. It has not been audited by a third party yet.
      </p>
      <p>
        If something keeps you from applying or bidding, write to us: we will find a way with you before the
        deadline.
      </p>
    </HelpPage>
  )
}
