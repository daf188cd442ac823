import type { PirRole } from '@/db/schema/people'

/** The roles of the programme in words (R16.1). */
export const roleWords: Record<PirRole | 'registrar', string> = {
  reviewer: 'Reviewer',
  'panel-chair': 'Panel chair',
  'programme-officer': 'Programme officer',
  'finance-officer': 'Finance officer',
  custodian: 'Custodian',
  auditor: 'Auditor',
  administrator: 'Administrator',
  registrar: 'Registrar',
}

/** What each role is for, beside its choice. */
export const rolePurpose: Record<PirRole | 'registrar', string> = {
  reviewer: 'Scores the applications assigned to them. Never sees bids.',
  'panel-chair': 'Assigns reviewers, records consensus, proposes decisions.',
  'programme-officer': 'Names, rounds, decisions, auctions; the second person for all of them.',
  'finance-officer': 'Records deposits and payments.',
  custodian: 'Holds a part of the key to sealed bids, and no other role.',
  auditor: 'Reads everything, changes nothing.',
  administrator: 'People and settings; no decisions of the programme.',
  registrar: 'Acts for one accredited registrar.',
}

export const allRoles = Object.keys(roleWords) as (PirRole | 'registrar')[]
