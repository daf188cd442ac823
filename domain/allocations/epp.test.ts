import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { XmlDocument, XsdValidator } from 'libxml2-wasm'
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs'
import { afterAll, describe, expect, test } from 'vitest'
import { anyText } from '@/db/testing/any-text'
import { CreateDetails, readCommand, TOKEN_PLACE, writeCreate, writeRegistrantChange } from './epp'

const folder = path.join(import.meta.dirname, 'schemas')

/** One schema that brings in all: their own imports say no location. */
function wrapper(): string {
  const imports = readdirSync(folder)
    .filter((file) => file.endsWith('.xsd'))
    .map((file) => {
      const [, namespace] = /targetNamespace="([^"]+)"/.exec(readFileSync(path.join(folder, file), 'utf8'))!
      return `<import namespace="${namespace}" schemaLocation="${file}"/>`
    })
  return `<schema xmlns="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:all">${imports.join('')}</schema>`
}

xmlRegisterFsInputProviders()
const schema = XmlDocument.fromString(wrapper(), { url: path.join(folder, 'all.xsd') })
const validator = XsdValidator.fromDoc(schema)
afterAll(() => {
  validator.dispose()
  schema.dispose()
})

/** The complaint of the published schemas; undefined: it is valid. */
function complaint(xml: string): string | undefined {
  const document = XmlDocument.fromString(xml)
  try {
    validator.validate(document)
    return undefined
  } catch (error) {
    return String(error)
  } finally {
    document.dispose()
  }
}

const details = CreateDetails.parse({})
const command = {
  ...details,
  label: 'q7',
  token: 'a-token',
  clientTransaction: 'Q7-1',
}

describe('the exact domain:create', () => {
  test('R11.2 is, as it stands, what the schemas and the RFCs have', () => {
    const xml = writeCreate({ ...command, feeMinor: 1000n, nameServers: ['ns1.example.net'] })
    expect(complaint(xml)).toBeUndefined()
    expect(xml).toBe(`<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<epp xmlns="urn:ietf:params:xml:ns:epp-1.0">
  <command>
    <create>
      <domain:create xmlns:domain="urn:ietf:params:xml:ns:domain-1.0">
        <domain:name>q7.org</domain:name>
        <domain:period unit="y">1</domain:period>
        <domain:ns>
          <domain:hostObj>ns1.example.net</domain:hostObj>
        </domain:ns>
        <domain:registrant>REGISTRANT-ID</domain:registrant>
        <domain:authInfo>
          <domain:pw>YOUR-AUTH-INFO</domain:pw>
        </domain:authInfo>
      </domain:create>
    </create>
    <extension>
      <allocationToken:allocationToken xmlns:allocationToken="urn:ietf:params:xml:ns:allocationToken-1.0">a-token</allocationToken:allocationToken>
      <fee:create xmlns:fee="urn:ietf:params:xml:ns:epp:fee-1.0">
        <fee:currency>USD</fee:currency>
        <fee:fee>10.00</fee:fee>
      </fee:create>
    </extension>
    <clTRID>Q7-1</clTRID>
  </command>
</epp>
`)
  })

  test('R11.2 says no fee where the name is not premium, and holds a place where the token is not shown', () => {
    const xml = writeCreate({ ...command, token: TOKEN_PLACE })
    expect(complaint(xml)).toBeUndefined()
    expect(xml).not.toContain('fee:')
    expect(readCommand(xml)).toEqual({ name: 'q7.org', token: TOKEN_PLACE })
  })

  test('R12.3 the command that changes a registrant is valid with a contact’s id, and without one it is refused', () => {
    const xml = writeRegistrantChange({ label: 'q7', transferId: 'trf_01abcdefgh' })
    expect(complaint(xml), 'sent as it stands').toBeDefined()
    expect(complaint(xml.replace('NEW-REGISTRANT-ID', 'CONTACT-7'))).toBeUndefined()
    expect(readCommand(xml)).toEqual({ name: 'q7.org', token: '', registrant: 'NEW-REGISTRANT-ID' })
    expect(xml).toContain('<clTRID>REGISTRANT-Q7-ABCDEFGH</clTRID>')
  })

  test('the schemas are asked in earnest: they refuse an empty token, another order, a fee in no currency', () => {
    const good = writeCreate({ ...command, feeMinor: 0n })
    const bad = [
      good.replace('>a-token<', '><'),
      good.replace('>USD<', '>usd<'),
      good.replace(/<domain:authInfo>[\s\S]*<\/domain:authInfo>/, ''),
      good.replace(/\s*<clTRID>.*<\/clTRID>/, '').replace('<command>', '<command><clTRID>Q7-1</clTRID>'),
    ]
    for (const xml of bad) expect(complaint(xml), xml).toBeDefined()
  })

  test.each(['<domain:name>', ']]>', '&lt;"\'', '--><!--', '\u0130<é>'])(
    'whatever a registrar types stays text: %s',
    (registrant) => {
      const xml = writeCreate({ ...command, registrant, token: registrant })
      expect(complaint(xml)).toBeUndefined()
      expect(readCommand(xml)).toEqual({ name: 'q7.org', token: registrant })
    },
  )

  test('any details that are taken make a valid command; no control character is', () => {
    fc.assert(
      fc.property(anyText({ minLength: 3, maxLength: 16 }), (registrant) => {
        const parsed = CreateDetails.safeParse({ registrant })
        if (parsed.success) expect(complaint(writeCreate({ ...command, ...parsed.data }))).toBeUndefined()
      }),
    )
    expect(CreateDetails.safeParse({ registrant: 'AB\u0000C' }).success).toBe(false)
    expect(CreateDetails.safeParse({ nameServers: ['<ns>'] }).success).toBe(false)
  })
})

describe('reading one back', () => {
  test.each([
    'no xml',
    '<epp/>',
    '<!DOCTYPE epp [<!ENTITY x "y">]><epp>&x;</epp>',
    '<epp xmlns="urn:ietf:params:xml:ns:epp-1.0"><command>',
    '',
  ])('finds nothing in %j', (xml) => expect(readCommand(xml)).toBeUndefined())

  test('an unknown entity is none', () => {
    const xml = writeCreate(command).replace('q7.org', '&evil;')
    expect(readCommand(xml)).toBeUndefined()
  })
})
