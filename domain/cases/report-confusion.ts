import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { confusionCases, reporterCapacities } from '@/db/schema/cases'
import { labels } from '@/db/schema/labels'
import { sha256Hex } from '@/lib/hash'
import { newId } from '@/lib/ids'
import { operation } from '@/lib/operation'
import { newToken } from '@/lib/secrets'
import { Address, CodeLabel, PageAddress, Words } from './input'
import { confirmLetter } from './letters'
import { CONFIRM_DAYS } from './rules'

const DAY = 86_400_000

/**
 * Takes a report of confusing use by a government or a country-code manager (R13.1). Nothing happens with it until the
 * link in the letter is used. What fills in the field that people do not see gets the same answer, and nothing is kept.
 * Refuses: input.invalid.
 */
export const reportConfusion = operation('case.report', {
  input: z.strictObject({
    label: CodeLabel,
    capacity: z.enum(reporterCapacities, 'Say for whom you write.'),
    organisation: Words(3, 200, 'Enter the government or country-code manager you write for.'),
    name: Words(2, 200, 'Enter your name.'),
    email: Address,
    url: PageAddress,
    report: Words(30, 5000, 'Say in at least 30 characters what is confusing.'),
    /** Left empty by people. */
    trap: z.string().max(1000).default(''),
  }),
  async subject(tx, { label }) {
    const [row] = await tx.select({ label: labels.label }).from(labels).where(eq(labels.label, label))
    return row
  },
  async run({ tx, at, input }) {
    if (input.trap !== '') return { result: {}, audit: { object: 'case', facts: { kept: false } } }
    const token = newToken()
    const report = {
      id: newId('cas', at),
      label: input.label,
      reporterEmail: input.email,
      confirmBy: new Date(at.getTime() + CONFIRM_DAYS * DAY),
    }
    await tx.insert(confusionCases).values({
      ...report,
      capacity: input.capacity,
      organisation: input.organisation,
      reporterName: input.name,
      url: input.url,
      report: input.report,
      reportedAt: at,
      confirmHash: sha256Hex(token),
    })
    return {
      result: {},
      audit: { object: report.id, facts: { label: input.label } },
      letters: [confirmLetter(report, token)],
    }
  },
})
