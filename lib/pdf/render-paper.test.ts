import { describe, expect, it } from 'vitest'
import { type Paper, renderPaper } from './render-paper'

const paper: Paper = {
  title: 'Invoice INV-2026-0001',
  at: new Date('2026-11-22T10:00:00Z'),
  from: ['Example Registry (fictional)'],
  to: ['Žluťoučký Kůň (fictional)', 'Řeznická 7, Praha'],
  facts: [{ what: 'Date', value: '22 Nov 2026' }],
  lines: [{ what: 'Allocation of q7.org', amount: '1,250.00' }],
  total: { what: 'To pay', amount: '1,250.00' },
  notes: [{ head: 'How to pay', text: 'By wire, with the reference.' }],
}

const textOf = async (of: Paper) => Buffer.from(await renderPaper(of)).toString('latin1')
const rendered = textOf(paper)

describe('a paper as PDF', () => {
  it('says what it is to software that reads aloud: tagged, titled, in a language', async () => {
    const pdf = await rendered
    expect(pdf.startsWith('%PDF-1.7')).toBe(true)
    expect(pdf).toContain('/Marked true')
    expect(pdf).toContain('/DisplayDocTitle true')
    expect(pdf).toContain('(en-GB)')
    expect(pdf).toContain('pdfuaid')
    for (const type of ['/H1', '/H2', '/Table', '/TH', '/TD']) expect(pdf).toContain(`/S ${type}`)
  })

  it('carries its fonts with it', async () => {
    const pdf = await rendered
    expect(pdf).toMatch(/\/FontFile[23]/)
    expect(pdf).not.toContain('/Helvetica')
  })

  it('is the same to the byte whenever it is made, and another for another row', async () => {
    expect(await textOf({ ...paper })).toBe(await rendered)
    const another = { ...paper, total: { what: 'To pay', amount: '1,250.01' } }
    expect(await textOf(another)).not.toBe(await rendered)
  })
})
