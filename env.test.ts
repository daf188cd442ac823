import { describe, expect, test } from 'vitest'
import { readEnvironment } from './env'

const good = { DATABASE_URL: 'postgres://localhost/portal', PORTAL_SECRET: 'x'.repeat(32) }

describe('the environment', () => {
  test('with the least it needs has sensible defaults', () => {
    expect(readEnvironment(good)).toMatchObject({
      PORT: 3000,
      DATABASE_POOL: 10,
      DATABASE_BID_POOL: 10,
      DEMO: false,
      LOG_LEVEL: 'info',
    })
  })

  test('treats an empty variable as one that is not there', () => {
    expect(readEnvironment({ ...good, SMTP_URL: '' }).SMTP_URL).toBeUndefined()
  })

  test.each([
    ['DATABASE_URL', undefined, 'DATABASE_URL is missing'],
    ['DATABASE_URL', 'mysql://localhost', 'must be a postgres:// address'],
    ['PORTAL_SECRET', undefined, 'PORTAL_SECRET is missing'],
    ['PORTAL_SECRET', 'short', 'PORTAL_SECRET is too short'],
    ['PORTAL_URL', 'names', 'must be the public address'],
    ['PORT', '70000', 'PORT must be at most 65535'],
    ['PORT', 'http', 'PORT'],
    ['DATABASE_POOL', '1', 'DATABASE_POOL must be at least 2'],
    ['DATABASE_BID_POOL', 'few', 'DATABASE_BID_POOL must be a number'],
    ['SMTP_URL', 'mail.example.org', 'SMTP_URL must be an smtp://'],
    ['LOG_LEVEL', 'loud', 'LOG_LEVEL must be'],
    ['DEMO', 'yes', 'DEMO must be "on" or "off"'],
    ['REGISTRY_WEBHOOK_SECRETS', 'secret', 'must be secrets such as whsec_'],
    ['REGISTRY_WEBHOOK_SECRETS', `whsec_${'A'.repeat(44)},short`, 'must be secrets such as whsec_'],
    ['RDAP_BASE_URL', 'https://rdap.example/rdap', 'ends with a slash'],
    ['TRUST_PROXY', '1', 'TRUST_PROXY must be'],
    ['STRIPE_SECRET_KEY', 'sk_test_1', 'are set together'],
    ['STRIPE_WEBHOOK_SECRET', 'whsec_1', 'are set together'],
    ['STRIPE_SECRET_KEY', 'pk_test_1', 'must begin with sk_test_'],
    ['BANK_DETAILS', 'here', 'must name the bank'],
  ])('refuses %s=%s with a sentence', (name, value, sentence) => {
    expect(() => readEnvironment({ ...good, [name]: value })).toThrow(sentence)
  })

  test('refuses the demo world on a database of one’s own', () => {
    expect(() => readEnvironment({ ...good, DEMO: 'on' })).toThrow('refused together with a DATABASE_URL')
    expect(readEnvironment({ ...good, DEMO: 'on', EMBEDDED_DATABASE: 'on' }).DEMO).toBe(true)
  })
})
