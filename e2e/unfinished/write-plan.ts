import type { Page } from '@playwright/test'
import { type SectionId, sections } from '@/domain/plans/sections'
import { expect } from '../fixtures/portal'

type Answers = Record<string, string | Record<string, string>[]>

/** Answers one section of an application as a person would, and goes on. */
export async function writeSection(
  page: Page,
  { application, section, answers }: { application: string; section: SectionId; answers: Answers },
): Promise<void> {
  await page.goto(`${application}/sections/${section}`)
  for (const question of sections[section].questions) {
    const answer = answers[question.id] ?? ''
    if (question.kind === 'rows') {
      for (const [row, cells] of (answer as Record<string, string>[]).entries())
        for (const [column, text] of Object.entries(cells))
          await page.locator(`[name="${question.id}.${row}.${column}"]`).fill(text)
    } else if (question.kind === 'confirm') await page.getByLabel(question.label).check()
    else if (question.kind === 'choice')
      await page.getByRole('radio', { name: labelOf(question, answer) }).check()
    else if (answer) await page.locator(`[name="${question.id}"]`).fill(answer as string)
  }
  const done = page.locator('[name="completed"][value="yes"]')
  if (await done.count()) await done.check()
  await page.getByRole('button', { name: 'Save and continue' }).click()
  await expect(page).not.toHaveURL(new RegExp(`/sections/${section}$`))
}

function labelOf(
  question: { options: readonly { value: string; label: string }[] },
  answer: unknown,
): string {
  return question.options.find(({ value }) => value === answer)!.label
}
