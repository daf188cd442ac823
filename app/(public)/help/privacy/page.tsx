import type { Metadata } from 'next'
import { HelpPage } from '../_parts/help-page'

export const metadata: Metadata = {
  title: 'Privacy and cookies',
  description: 'What this portal keeps about you, for how long, and what is published.',
}

export default function Privacy() {
  return (
    <HelpPage title="Privacy and cookies" about="Privacy">
      <p>
        You can read every public page without an account. No page is measured, and nothing is loaded from
        elsewhere.
      </p>
      <h2>Cookies</h2>
      <ul>
        <li>
          <b>Session</b>, once you sign in: it knows you until you sign out, are idle for 30 minutes (15 for
          the programme’s staff), or twelve hours have passed. With it come short-lived ones that protect the
          sign-in itself.
        </li>
        <li>
          <b>Zone</b> and <b>theme</b>, only if you change them at the foot of a page.
        </li>
      </ul>
      <p>All are strictly needed for what you asked for, so there is no banner to accept.</p>
      <h2>What is kept</h2>
      <ul>
        <li>Your name, address and sessions, while you have an account.</li>
        <li>
          Your organisation’s applications and plans, with their versions, for as long as the Programme must
          account for its decisions.
        </li>
        <li>
          Once a name is decided, its whole auction is published so that anyone can replay it: every accepted
          bid, deposits and plan scores, each under the paddle number drawn for that round, not a name.
        </li>
        <li>
          What was done and when, in a log that is never changed. It names people by a pseudonym, and no
          personal data enters it (R9.3).
        </li>
        <li>
          While you write a plan, unsent text also stays on your device, until it is saved or you sign out.
        </li>
      </ul>
      <h2>What is published</h2>
      <p>
        The organisation that is awarded a name, the price, and its plan’s score. Other bidders appear by
        paddle number unless the round says otherwise. Questions are published without the asker.
      </p>
      <h2>Your rights</h2>
      <p>
        What is kept about you is a file away: <b>Download your data</b> in your profile. Correct your name
        there; for all else write to us.
      </p>
      <p>
        Ask us to erase your account and we take away your name, address, sessions, passkeys and letters. What
        must stay so that decisions can be checked stays, under a pseudonym that no longer leads to you: bids,
        scores, decisions, the log, and the plans and files of your organisation. Two people do it, once you
        act for nobody any more and the rounds you had a part in are over.
      </p>
    </HelpPage>
  )
}
