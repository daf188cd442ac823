import { randomInt } from 'node:crypto'
import { makeRegistrar } from '@/db/factories/applications'
import { makePerson } from '@/db/factories/people'
import { makeScoredMonth, reportCsv } from '@/db/factories/qpi'
import { expect, test } from './fixtures/portal'
import { spareMonth } from './fixtures/spare-month'

/** R15: from a file to a score, and what a registrar says to it. */

test('an officer reads a report twice, sees the difference and lets the second count', async ({
  signInAs,
}) => {
  const page = await signInAs(await makePerson({ roles: ['programme-officer'] }))
  const ianaId = 700_000 + randomInt(90_000)
  const name = `org-transactions-${(await spareMonth()).replace('-', '')}-en.csv`
  const read = async (domains: number) => {
    await page.goto('/admin/qpi/files')
    await page.getByLabel('Where they come from').fill('icann')
    const buffer = Buffer.from(`${reportCsv([{ ianaId, 'total-domains': domains }])}\nbroken`)
    await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer })
    await page.getByRole('button', { name: 'Read the files' }).click()
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  }
  await read(1000)
  await expect(page.getByText('This file counts')).toBeVisible()
  await expect(page.getByText('The row has 1 cell, the heading 39.')).toBeVisible()
  await read(1200)
  await expect(page.getByText('This file does not count')).toBeVisible()
  await expect(page.getByText(`IANA id ${ianaId}: total-domains 1000 becomes 1200.`)).toBeVisible()
  await page.getByRole('button', { name: 'Let this file count instead' }).click()
  await expect(page.getByText('This file counts')).toBeVisible()
  await page.getByRole('link', { name: /^Compute / }).click()
  await page.getByText('Compute a month').click()
  await page.getByRole('button', { name: 'Compute the scores' }).click()
  await expect(page.getByText('Abuse is not measured.')).toBeVisible()
  await page.goto(`/admin/qpi/registrars/${ianaId}`)
  await expect(page.getByText('What is missing is not 0')).toBeVisible()
})

test('an officer sends several files at once and sees of each what came of it', async ({ signInAs }) => {
  const page = await signInAs(await makePerson({ roles: ['programme-officer'] }))
  const month = await spareMonth()
  const file = (source: string, text: string) => ({
    ...{ name: `usage-${source}-${month.replace('-', '')}.csv`, mimeType: 'text/csv' },
    buffer: Buffer.from(text),
  })
  await page.goto('/admin/qpi/files')
  await page.getByLabel('What the files are').selectOption('Usage')
  await page.getByLabel('Where they come from').fill('crawler')
  const good = file('one', 'iana-id,used,domains\n1,2,3\n2,9,3')
  const other = file('two', 'iana-id,used,domains\n1,3,3')
  await page.locator('input[type=file]').setInputFiles([good, other, file('three', 'no such file')])
  await page.getByRole('button', { name: 'Read the files' }).click()
  await expect(page.getByText('Read: 2 of 3 files')).toBeVisible()
  const read = page.getByRole('list', { name: 'Files that were read' }).getByRole('listitem')
  await expect(read).toHaveText([
    `${other.name}: 1 row, none not read. Another counts: look at the difference.`,
    `${good.name}: 1 row, 1 not read. It counts.`,
  ])
})

test('a registrar reads where its score comes from and appeals; an officer answers', async ({
  twoBrowsers,
}) => {
  const { ianaId } = await makeRegistrar()
  const officer = await makePerson({ roles: ['programme-officer'] })
  const registrar = await makePerson({ registrar: ianaId })
  const portfolio = { ianaId, domains: 1000, renewed: 0.7, used: 0.7, secured: 0.7, signed: 0.1 }
  await makeScoredMonth(officer, await spareMonth(), [{ ...portfolio, terms: [10, 0, 0] as const }])
  const [theirs, ours] = await twoBrowsers(registrar, officer)
  await theirs.goto('/registrar/qpi')
  await expect(theirs.getByText('These weights are placeholders')).toBeVisible()
  await expect(theirs.getByRole('row', { name: /^Renewal 700 names renewed, of 1,000/ })).toContainText(
    'line 2',
  )
  await theirs.getByLabel('What is wrong?').fill('Our crawl finds 900 certificates, not 700.')
  await theirs.getByRole('button', { name: 'Appeal' }).click()
  await expect(theirs.getByText('Not answered yet.')).toBeVisible()
  await ours.goto(`/admin/qpi/registrars/${ianaId}`)
  await ours.getByRole('radio', { name: 'The score stands' }).check()
  await ours.getByLabel('Answer', { exact: true }).fill('Two hundred of them have expired.')
  await ours.getByRole('button', { name: 'Answer the appeal' }).click()
  await expect(ours.getByText('The score stands.')).toBeVisible()
  await theirs.goto('/registrar/qpi')
  await expect(theirs.getByText('Two hundred of them have expired.')).toBeVisible()
})
