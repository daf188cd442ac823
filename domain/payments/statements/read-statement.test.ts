import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { creditorReference, inGroups } from '@/domain/invoices/creditor-reference'
import { matchReceipt } from './match-receipt'
import { readStatement } from './read-statement'

const read = (text: string) => readStatement(new TextEncoder().encode(text))

const entry = (inside: string, amount = '1250.00', currency = 'USD', mark = 'CRDT', status = 'BOOK') =>
  `<Ntry><Amt Ccy="${currency}">${amount}</Amt><CdtDbtInd>${mark}</CdtDbtInd><Sts><Cd>${status}</Cd></Sts>
   <BookgDt><Dt>2026-12-01</Dt></BookgDt>${inside}</Ntry>`
const camt = (entries: string, before = '') =>
  `<?xml version="1.0"?>${before}<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt>
   <Id>S-1</Id><Acct><Id><IBAN>US00EXAMPLE</IBAN></Id></Acct>${entries}</Stmt></BkToCstmrStmt></Document>`
const details = (message: string, name = 'Rivers &amp; Sons') =>
  `<NtryDtls><TxDtls><RltdPties><Dbtr><Pty><Nm>${name}</Nm></Pty></Dbtr></RltdPties><RmtInf>${message}</RmtInf></TxDtls></NtryDtls>`

describe('a camt.053 statement', () => {
  it('gives what arrived, with payer, message and the bank’s reference', () => {
    const found = read(
      camt(
        entry(
          `<AcctSvcrRef>B-1</AcctSvcrRef>${details('<Ustrd>INV-2026-0001</Ustrd><Ustrd>thanks</Ustrd>')}`,
        ),
      ),
    )
    expect(found).toEqual({
      format: 'camt.053',
      problems: [],
      debits: [],
      receipts: [
        {
          ...{ line: 1, account: 'US00EXAMPLE', reference: 'B-1', bookedOn: '2026-12-01' },
          ...{ amountMinor: 125_000n, payer: 'Rivers & Sons', message: 'INV-2026-0001 thanks' },
        },
      ],
    })
  })

  it('takes the structured reference, and the entry’s own number within its statement', () => {
    const structured = '<Strd><CdtrRefInf><Ref>RF18539007547034</Ref></CdtrRefInf></Strd>'
    const found = read(camt(entry(`<NtryRef>7</NtryRef>${details(structured)}`)))
    expect(found?.receipts).toMatchObject([{ reference: 'S-1/7', message: 'RF18539007547034' }])
  })

  it('counts a batch as its single transactions', () => {
    const one = (amount: string) => `<TxDtls><Amt Ccy="USD">${amount}</Amt></TxDtls>`
    const batch = `<AcctSvcrRef>B-2</AcctSvcrRef><NtryDtls>${one('1000')}${one('250.0')}</NtryDtls>`
    expect(read(camt(entry(batch)))?.receipts).toMatchObject([
      { reference: 'B-2/1', amountMinor: 100_000n },
      { reference: 'B-2/2', amountMinor: 25_000n },
    ])
    const short = `<AcctSvcrRef>B-2</AcctSvcrRef><NtryDtls>${one('1000')}${one('1')}</NtryDtls>`
    expect(read(camt(entry(short)))?.receipts).toMatchObject([{ reference: 'B-2', amountMinor: 125_000n }])
  })

  it('lists what does not count, with the reason, and drops nothing', () => {
    const own = '<AcctSvcrRef>B-3</AcctSvcrRef>'
    const found = read(
      camt(
        [
          entry(own, '10.00', 'EUR'),
          entry(own, '10.00', 'USD', 'DBIT'),
          entry(own, '10.00', 'USD', 'CRDT', 'PDNG'),
          entry(own, 'ten'),
          entry(own, '-10.00'),
          entry(own, '0'),
          entry(''),
          entry(`${own}<RvslInd>true</RvslInd>`),
        ].join(''),
      ),
    )
    expect(found?.receipts).toEqual([])
    expect(found?.debits).toMatchObject([
      { line: 2, reference: 'B-3', amountMinor: 1000n },
      { line: 5, reference: 'B-3', amountMinor: 1000n },
    ])
    expect(found?.problems.map(({ line, reason }) => [line, reason])).toEqual([
      [1, 'Not in US dollars.'],
      [3, 'Not booked yet; it comes again when it is.'],
      [4, 'The amount cannot be read.'],
      [6, 'The amount cannot be read.'],
      [7, 'It has no reference of the bank, so it could be counted twice.'],
      [8, 'A reversal: look at what it takes back.'],
    ])
  })

  it('is not read with a document type, broken, or as another document', () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "b">]>'
    expect(read(camt(entry(''), bomb))).toBeUndefined()
    expect(read(camt(entry('')).slice(0, -20))).toBeUndefined()
    expect(read('<Document><Other/></Document>')).toBeUndefined()
  })

  it('is not read in another namespace, nested without end, or with names that are none', () => {
    expect(read(camt(entry('')).replace('camt.053', 'camt.054'))).toBeUndefined()
    expect(read(camt(entry('')).replace('urn:iso:std', 'urn:evil'))).toBeUndefined()
    expect(read(camt(entry('<a>'.repeat(5_000) + '</a>'.repeat(5_000))))).toBeUndefined()
    expect(read(camt(entry('<__proto__><x>1</x></__proto__>')))).toBeUndefined()
    const prefixed = camt(entry('<AcctSvcrRef>B-7</AcctSvcrRef>')).replace(/<(\/?)(?=[A-Z])/g, '<$1b:')
    expect(read(prefixed.replace('xmlns=', 'xmlns:b='))?.receipts).toMatchObject([{ reference: 'B-7' }])
  })

  it('reads references to characters, keeps what is none as it stands, and no control characters', () => {
    const own = '<AcctSvcrRef>B-&#56;&#x0;\u0007</AcctSvcrRef>'
    const payer = 'R&#xee;vi&#232;re &amp;#65; &#xD800; &#9999999;'
    expect(read(camt(entry(`${own}${details('<Ustrd>a&#10;b</Ustrd>', payer)}`)))?.receipts).toMatchObject([
      { reference: 'B-8', payer: 'Rîvière &#65; &#xD800; &#9999999;', message: 'a b' },
    ])
  })

  it('lists what has a reference longer than any bank’s', () => {
    const long = `<AcctSvcrRef>${'9'.repeat(3_000)}</AcctSvcrRef>`
    expect(read(camt(entry(long)))).toMatchObject({ receipts: [], problems: [{ line: 1 }] })
  })
})

describe('a CSV statement', () => {
  const heading = 'Date,Amount,Currency,Account,Reference,Payer,Message'

  it('gives what arrived, and lists what does not count', () => {
    const found = read(
      [
        heading,
        '2026-12-01,1250.00,USD,0042,C-1,"Rivers, Inc",RF18 5390',
        '2026-12-01,-3.00,USD,0042,C-2,,fee',
        '2026-12-01,5.00,EUR,0042,C-3,,',
        '2026-12-01,5.00,USD,0042',
        '2026-02-30,5.00,USD,0042,C-4,,',
        '0000-01-01,5.00,USD,0042,C-5,,',
      ].join('\r\n'),
    )
    expect(found?.receipts).toMatchObject([{ line: 2, amountMinor: 125_000n, payer: 'Rivers, Inc' }])
    expect(found?.debits).toMatchObject([{ line: 3, reference: 'C-2', amountMinor: 300n, message: 'fee' }])
    expect(found?.problems.map(({ line }) => line)).toEqual([4, 5, 6, 7])
  })

  it('may be written in the older code of Western Europe', () => {
    const text = `${heading}\n2026-12-01,1.00,USD,0042,C-1,Rivière \u0000,`
    expect(readStatement(Buffer.from(text, 'latin1'))?.receipts).toMatchObject([{ payer: 'Rivière' }])
  })

  it('may be separated by semicolons, and is none with another heading', () => {
    const line = '2026-12-01;1.00;USD;0042;C-1;;'
    expect(read(`${heading.replaceAll(',', ';')}\n${line}`)?.receipts).toHaveLength(1)
    expect(read('Day,Sum\n1,2')).toBeUndefined()
  })
})

it('whatever is sent, reading ends with a statement or with none', () => {
  fc.assert(fc.property(fc.string(), (text) => void read(text)))
  fc.assert(fc.property(fc.string(), (text) => void read(camt(entry(details(text))))))
})

describe('matching (R10.2)', () => {
  const invoice = (sequence: number, openMinor = 125_000n) => {
    const number = `INV-2026-${String(sequence).padStart(4, '0')}`
    return { awardId: `awd_${sequence}`, number, reference: creditorReference(number), openMinor }
  }
  const invoices = [invoice(1), invoice(2, 99n), invoice(12, 5n)]
  const match = (message: string, amountMinor = 1n) =>
    matchReceipt(
      { line: 1, account: '', reference: '', bookedOn: '', payer: '', amountMinor, message },
      invoices,
    )

  it('goes by the reference, then by the number, and takes no longer number for a shorter', () => {
    expect(match(inGroups(invoices[0]!.reference))).toMatchObject({
      kind: 'reference',
      invoice: { awardId: 'awd_1' },
    })
    expect(match('inv 2026 0012, thank you')).toMatchObject({
      kind: 'number',
      invoice: { awardId: 'awd_12' },
    })
    expect(match('INV-2026-00123')).toMatchObject({ kind: 'none' })
  })

  it('takes an application’s reference as the deposit of its applicant, whichever of its applications it is', () => {
    const of = { roundId: 'rnd_1', organisationId: 'org_1', organisation: 'Rivers' }
    const applicants = [
      { ...of, reference: 'PIR-2026-Q7-K3ZE-9' },
      { ...of, reference: 'PIR-2026-Z3-ABCD-2' },
      { ...of, organisationId: 'org_2', reference: 'PIR-2026-Q7-XXXX-1' },
    ]
    const receipt = { line: 1, account: '', reference: '', bookedOn: '', payer: '', amountMinor: 1n }
    const told = (message: string) => matchReceipt({ ...receipt, message }, invoices, applicants)
    expect(told('deposit pir 2026 q7 k3ze 9')).toMatchObject({ kind: 'deposit', applicant: of })
    expect(told('PIR-2026-Q7-K3ZE-9 PIR-2026-Z3-ABCD-2')).toMatchObject({ kind: 'deposit', applicant: of })
    expect(told('PIR-2026-Q7-K3ZE-9 PIR-2026-Q7-XXXX-1')).toMatchObject({ kind: 'none' })
    expect(told('PIR-2026-Q7-K3ZE-9, INV-2026-0001')).toMatchObject({ kind: 'none' })
  })

  it('leaves to a person what names two, and what only has the amount of one', () => {
    expect(match('INV-2026-0001 and INV-2026-0002')).toEqual({
      kind: 'none',
      reason: 'The message names more than one thing to pay.',
    })
    expect(match('for the name', 99n)).toMatchObject({ kind: 'none', suggestion: { awardId: 'awd_2' } })
    expect(match('for the name', 98n)).toEqual({ kind: 'none', reason: 'The message names no invoice.' })
  })
})
