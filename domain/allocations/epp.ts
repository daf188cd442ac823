import { DOMImplementation, DOMParser, type Document, type Element, XMLSerializer } from '@xmldom/xmldom'
import { z } from 'zod'

/** Where the token belongs, wherever the command is shown but in the answer that reveals it (R11.2). */
export const TOKEN_PLACE = 'TOKEN-SHOWN-ONCE'

const NS = {
  epp: 'urn:ietf:params:xml:ns:epp-1.0',
  domain: 'urn:ietf:params:xml:ns:domain-1.0',
  allocationToken: 'urn:ietf:params:xml:ns:allocationToken-1.0',
  fee: 'urn:ietf:params:xml:ns:epp:fee-1.0',
} as const

/** Objects at the registry have ids of 3 to 16 characters (RFC 5730, clIDType); XML takes no control characters. */
const ContactId = z
  .string()
  .trim()
  .regex(/^[^\p{Cc}\p{Cs}\uFFFE\uFFFF\s]{3,16}$/u, 'A contact id has 3 to 16 characters, without spaces.')

const HOST = /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/i

/** What of the command is the registrar's own to say. */
export const CreateDetails = z.strictObject({
  registrant: ContactId.default('REGISTRANT-ID'),
  years: z.coerce
    .number({ error: 'Enter 1 to 10 years.' })
    .int('Enter 1 to 10 years.')
    .min(1, 'Enter 1 to 10 years.')
    .max(10, 'Enter 1 to 10 years.')
    .default(1),
  nameServers: z
    .array(z.string().regex(HOST, 'A name server is a host name such as ns1.example.net.'))
    .max(13, 'A name has at most 13 name servers.')
    .default([]),
})
export type CreateDetails = z.output<typeof CreateDetails>

type Command = CreateDetails & {
  label: string
  /** The token as it was revealed, or `TOKEN_PLACE`. */
  token: string
  /** Ties answer and command together in the registrar's log: 3 to 64 characters. */
  clientTransaction: string
  /** What the registrar acknowledges to be charged, in US cents; absent where the name is not premium (RFC 8748). */
  feeMinor?: bigint
}

/** The exact `domain:create` (RFC 5731) with its token (RFC 8495) and, where the name is premium, the fee (RFC 8748). */
export function writeCreate(command: Command): string {
  const document = new DOMImplementation().createDocument(NS.epp, 'epp', null)
  const root = document.documentElement!
  const commandElement = add(root, NS.epp, 'command')
  const create = add(add(commandElement, NS.epp, 'create'), NS.domain, 'domain:create')
  add(create, NS.domain, 'domain:name', `${command.label}.org`)
  add(create, NS.domain, 'domain:period', String(command.years)).setAttribute('unit', 'y')
  if (command.nameServers.length > 0) {
    const servers = add(create, NS.domain, 'domain:ns')
    for (const host of command.nameServers) add(servers, NS.domain, 'domain:hostObj', host)
  }
  add(create, NS.domain, 'domain:registrant', command.registrant)
  add(add(create, NS.domain, 'domain:authInfo'), NS.domain, 'domain:pw', 'YOUR-AUTH-INFO')
  const extension = add(commandElement, NS.epp, 'extension')
  add(extension, NS.allocationToken, 'allocationToken:allocationToken', command.token)
  if (command.feeMinor !== undefined) {
    const fee = add(extension, NS.fee, 'fee:create')
    add(fee, NS.fee, 'fee:currency', 'USD')
    add(fee, NS.fee, 'fee:fee', dollars(command.feeMinor))
  }
  add(commandElement, NS.epp, 'clTRID', command.clientTransaction)
  return written(document, root)
}

/**
 * The `domain:update` (RFC 5731) that gives a name its new registrant after a transfer (R12.3). The registrar puts its own
 * id of the contact in the place of NEW-REGISTRANT-ID, which is longer than any id: sent as it is, the registry refuses it.
 */
export function writeRegistrantChange({ label, transferId }: { label: string; transferId: string }): string {
  const document = new DOMImplementation().createDocument(NS.epp, 'epp', null)
  const root = document.documentElement!
  const command = add(root, NS.epp, 'command')
  const update = add(add(command, NS.epp, 'update'), NS.domain, 'domain:update')
  add(update, NS.domain, 'domain:name', `${label}.org`)
  add(add(update, NS.domain, 'domain:chg'), NS.domain, 'domain:registrant', 'NEW-REGISTRANT-ID')
  add(command, NS.epp, 'clTRID', `REGISTRANT-${label.toUpperCase()}-${transferId.slice(-8).toUpperCase()}`)
  return written(document, root)
}

function written(document: Document, root: Element): string {
  indent(document, root, 0)
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="no"?>'
  return `${head}\n${new XMLSerializer().serializeToString(document, { requireWellFormed: true })}\n`
}

function add(parent: Element, namespace: string, name: string, text?: string): Element {
  const element = parent.ownerDocument!.createElementNS(namespace, name)
  if (text !== undefined) element.appendChild(parent.ownerDocument!.createTextNode(text))
  parent.appendChild(element)
  return element
}

/** `1000n` is `10.00`: EPP takes decimal units. */
function dollars(minor: bigint): string {
  return `${minor / 100n}.${String(minor % 100n).padStart(2, '0')}`
}

/** Puts every element that holds elements on lines of its own; text stays where it is. */
function indent(document: Document, element: Element, depth: number): void {
  const children = [...element.childNodes].filter((node): node is Element => node.nodeType === 1)
  if (children.length === 0) return
  for (const child of children) {
    element.insertBefore(document.createTextNode(`\n${'  '.repeat(depth + 1)}`), child)
    indent(document, child, depth + 1)
  }
  element.appendChild(document.createTextNode(`\n${'  '.repeat(depth)}`))
}

/** What a registry reads in such commands; `registrant` of an update alone; undefined when it is neither. */
export function readCommand(xml: string): { name: string; token: string; registrant?: string } | undefined {
  // A document type could define entities, and no EPP command has one.
  if (xml.includes('<!DOCTYPE')) return undefined
  try {
    const document = new DOMParser({ onError: refuseAll }).parseFromString(xml, 'text/xml')
    const text = (namespace: string, name: string) =>
      document.getElementsByTagNameNS(namespace, name)[0]?.textContent?.trim() ?? ''
    const name = text(NS.domain, 'name').toLowerCase()
    const isUpdate = document.getElementsByTagNameNS(NS.domain, 'update').length > 0
    const token = text(NS.allocationToken, 'allocationToken')
    return name ? { name, token, ...(isUpdate && { registrant: text(NS.domain, 'registrant') }) } : undefined
  } catch {
    return undefined
  }
}

function refuseAll(_level: string, message: string): never {
  throw new Error(message)
}
