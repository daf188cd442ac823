import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { type Draft, MOST_LINES, minorOf, type Statement, weigh } from './statement'

type Node = { [name: string]: unknown }

const LISTS = ['Stmt', 'Ntry', 'NtryDtls', 'TxDtls', 'Ustrd', 'Strd', 'AddtlRmtInf']

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  // No entities but XML’s own five: a document cannot define any, since one with a DOCTYPE is not read at all.
  processEntities: false,
  isArray: (name) => LISTS.includes(name),
})

/**
 * Reads an ISO 20022 camt.053 statement of any version. A batch counts as its single transactions. Undefined when the text
 * is none: not well-formed, with a document type, without a statement, or too long.
 */
export function readCamt(text: string): Statement | undefined {
  if (/<!DOCTYPE|<!ENTITY/i.test(text) || !CAMT.test(text)) return undefined
  const root = nodeAt(parsed(text), 'Document', 'BkToCstmrStmt')
  const statements = listOf(root, 'Stmt')
  const found: Statement = { format: 'camt.053', receipts: [], debits: [], problems: [] }
  let line = 0
  if (statements.length === 0) return undefined
  for (const statement of statements)
    for (const entry of listOf(statement, 'Ntry'))
      for (const draft of draftsOf(statement, entry)) {
        line += 1
        if (line > MOST_LINES) return undefined
        weigh({ ...draft, line }, found)
      }
  return found
}

/** The document's element names the message that it is: the same elements in another namespace are something else. */
const CAMT = /<(?:[\w.-]+:)?Document\s[^<>]*\burn:iso:std:iso:20022:tech:xsd:camt\.053\./

/** Nothing where it is not well-formed, nested deeper than any statement, or has names that no statement has. */
function parsed(text: string): Node {
  try {
    return XMLValidator.validate(text) === true ? (parser.parse(text) as Node) : {}
  } catch {
    return {}
  }
}

type Unnumbered = Omit<Draft, 'line'>

function draftsOf(statement: Node, entry: Node): Unnumbered[] {
  const account = textAt(statement, 'Acct', 'Id', 'IBAN') || textAt(statement, 'Acct', 'Id', 'Othr', 'Id')
  const own = textAt(entry, 'NtryRef')
  const reference = textAt(entry, 'AcctSvcrRef') || (own && `${textAt(statement, 'Id')}/${own}`)
  const whole: Unnumbered = {
    ...{ account, reference },
    bookedOn: (textAt(entry, 'BookgDt', 'Dt') || textAt(entry, 'BookgDt', 'DtTm')).slice(0, 10),
    amount: textAt(entry, 'Amt'),
    currency: textAt(entry, 'Amt', '@Ccy'),
    direction: directionOf(entry),
    booked: (textAt(entry, 'Sts', 'Cd') || textAt(entry, 'Sts')) === 'BOOK',
    reversal: textAt(entry, 'RvslInd') === 'true',
    payer: '',
    message: textAt(entry, 'AddtlNtryInf'),
  }
  const parts = listOf(entry, 'NtryDtls').flatMap((details) => listOf(details, 'TxDtls'))
  if (parts.length === 0) return [whole]
  const split = parts.map((part, index) => partOf(whole, part, parts.length > 1 ? index + 1 : undefined))
  return addUp(split, whole) ? split : [{ ...whole, message: 'A batch whose parts do not add up.' }]
}

/** Parts that are not the whole would let some of it go unseen. */
function addUp(parts: readonly Unnumbered[], whole: Unnumbered): boolean {
  const sum = parts.reduce((total, { amount }) => total + (minorOf(amount) ?? 0n), 0n)
  return parts.length === 1 || sum === minorOf(whole.amount)
}

/** One transaction of an entry; of several, each has its own amount and a reference of its own. */
function partOf(whole: Unnumbered, part: Node, number: number | undefined): Unnumbered {
  const amount = textAt(part, 'Amt') || textAt(part, 'AmtDtls', 'TxAmt', 'Amt')
  const currency = textAt(part, 'Amt', '@Ccy') || textAt(part, 'AmtDtls', 'TxAmt', 'Amt', '@Ccy')
  const own = textAt(part, 'Refs', 'AcctSvcrRef')
  const other = nodeAt(part, 'RltdPties', whole.direction === 'out' ? 'Cdtr' : 'Dbtr')
  const direction = directionOf(part)
  return {
    ...whole,
    ...(number !== undefined && { amount, currency }),
    ...(number !== undefined && direction !== 'unknown' && { direction }),
    reference:
      own || (number === undefined || !whole.reference ? whole.reference : `${whole.reference}/${number}`),
    payer: textAt(other, 'Nm') || textAt(other, 'Pty', 'Nm'),
    message: [messageOf(nodeAt(part, 'RmtInf')), textAt(part, 'AddtlTxInf') || whole.message]
      .filter(Boolean)
      .join(' · '),
  }
}

/** What the payer wrote, the structured reference first. */
function messageOf(information: Node): string {
  const structured = listOf(information, 'Strd').map((each) => textAt(each, 'CdtrRefInf', 'Ref'))
  const free = Array.isArray(information.Ustrd) ? information.Ustrd.map(asText) : []
  return [...structured, ...free].filter(Boolean).join(' ')
}

function directionOf(node: Node): Draft['direction'] {
  const mark = textAt(node, 'CdtDbtInd')
  if (mark === 'CRDT') return 'in'
  return mark === 'DBIT' ? 'out' : 'unknown'
}

function nodeAt(node: Node, ...path: string[]): Node {
  let at: unknown = node
  for (const name of path) at = typeof at === 'object' && at !== null ? (at as Node)[name] : undefined
  return typeof at === 'object' && at !== null ? (at as Node) : {}
}

function listOf(node: Node, name: string): Node[] {
  const list = node[name]
  return Array.isArray(list)
    ? list.filter((each): each is Node => typeof each === 'object' && each !== null)
    : []
}

function textAt(node: Node, ...path: string[]): string {
  return asText(nodeAt(node, ...path.slice(0, -1))[path.at(-1)!])
}

/** The text of an element, with or without attributes, its character references and XML’s own five entities read. */
function asText(value: unknown): string {
  const text = typeof value === 'object' && value !== null ? (value as Node)['#text'] : value
  return typeof text === 'string' ? text.replace(REFERENCE, characterOf).trim() : ''
}

const REFERENCE = /&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([\da-f]{1,6}));/gi
const FIVE: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** One that stands for no character stays as it was written. */
function characterOf(whole: string, name?: string, decimal?: string, hexadecimal?: string): string {
  if (name) return FIVE[name] ?? whole
  const point = decimal ? Number(decimal) : Number.parseInt(hexadecimal!, 16)
  const stands = point <= 0x10ffff && (point < 0xd800 || point > 0xdfff)
  return stands ? String.fromCodePoint(point) : whole
}
