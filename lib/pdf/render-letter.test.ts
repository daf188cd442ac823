import { describe, expect, it } from 'vitest'
import { renderLetter } from './render-letter'

const letter = {
  subject: 'Qualified: your application for q7.org',
  at: new Date('2026-11-22T10:00:00Z'),
  from: 'The programme (fictional)',
  text: 'Dear Žofie,\n\nThe panel has decided.\n\nQuality (40 %): 3.67 of 5\n- 4: The need is real.\n  Your plan: “small rivers”\n- 3: Two people carry it.\n\nYou may bid.',
}
const textOf = async (of: typeof letter) => Buffer.from(await renderLetter(of)).toString('latin1')
const rendered = textOf(letter)
const count = (pdf: string, type: string) => pdf.split(`/S /${type}\n`).length - 1

describe('a letter as PDF', () => {
  it('is tagged: the subject a heading, each criterion a heading with a list of its points', async () => {
    const pdf = await rendered
    expect(pdf).toContain('/Marked true')
    expect(pdf).toContain('(en-GB)')
    expect([count(pdf, 'H1'), count(pdf, 'H2'), count(pdf, 'L'), count(pdf, 'LI')]).toEqual([1, 1, 1, 3])
  })

  it('is the same to the byte whenever it is made, and another for other words', async () => {
    expect(await textOf({ ...letter })).toBe(await rendered)
    expect(await textOf({ ...letter, text: `${letter.text}!` })).not.toBe(await rendered)
  })

  it('goes on over pages', async () => {
    const long = Array.from({ length: 60 }, (_, n) => `Criterion ${n}\n- 3: ${'A reason. '.repeat(30)}`)
    const pdf = await textOf({ ...letter, text: long.join('\n\n') })
    expect(count(pdf, 'H2')).toBe(60)
    expect(Number(/\/Count (\d+)/.exec(pdf)?.[1])).toBeGreaterThan(3)
  })
})
