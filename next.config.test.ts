import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import config from './next.config'

test('the address that browsers ask by themselves leads to the icon', async () => {
  const icon = (await config.redirects?.())?.find(({ source }) => source === '/favicon.ico')
  expect(icon && existsSync(`public${icon.destination}`)).toBe(true)
})
