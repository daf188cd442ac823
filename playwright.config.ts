import { defineConfig } from '@playwright/test'
import { findInstalledBrowser } from './scripts/browser/find-browser.mjs'

/**
 * Journeys in Chromium against a running portal, usually the one that `npm run e2e` starts for them.
 * As root Chromium needs --no-sandbox; without --disable-background-networking it fills the log with refused calls home.
 */
export default defineConfig({
  testDir: 'e2e',
  // The README's pictures are taken only when asked for.
  testIgnore: process.env.SCREENSHOTS === 'on' ? [] : ['screenshots.spec.ts'],
  outputDir: 'test-results',
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: process.env.E2E_REPORT
    ? [['line'], ['json', { outputFile: process.env.E2E_REPORT }]]
    : [['line']],
  use: {
    baseURL: process.env.E2E_BASE_URL ?? 'http://localhost:3000',
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    // A colour on its way from one theme to the other is nobody's colour, and axe would measure it.
    contextOptions: { reducedMotion: 'reduce' },
    actionTimeout: 10_000,
    navigationTimeout: 20_000,
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: findInstalledBrowser(),
      args: ['--no-sandbox', '--disable-background-networking', '--disable-gpu', '--disable-dev-shm-usage'],
    },
  },
  projects: [{ name: 'chromium', use: { browserName: 'chromium' } }],
})
