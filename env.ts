import { z } from 'zod'

/**
 * The only reader of process.env. Every variable refuses nonsense with a sentence of its own;
 * a wrong environment stops the process at boot instead of surprising someone during a round.
 */
const flag = (name: string) =>
  z
    .enum(['on', 'off'], { error: `${name} must be "on" or "off".` })
    .default('off')
    .transform((value) => value === 'on')

const secret = (name: string) =>
  z
    .string({ error: `${name} is missing: give at least 32 random characters (openssl rand -base64 32).` })
    .min(32, `${name} is too short: give at least 32 random characters (openssl rand -base64 32).`)

const databaseUrl = (name: string) =>
  z
    .string({ error: `${name} is missing: a postgres:// address.` })
    .regex(/^postgres(ql)?:\/\//, `${name} must be a postgres:// address.`)

const connections = (name: string, usual: number) =>
  z.coerce
    .number({ error: `${name} must be a number.` })
    .int(`${name} must be a whole number.`)
    .min(2, `${name} must be at least 2.`)
    .max(200, `${name} must be at most 200.`)
    .default(usual)

const Environment = z
  .object({
    NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
    DATABASE_URL: databaseUrl('DATABASE_URL'),
    /** A login that is only a member of portal_app. Absent: DATABASE_URL is used and the role is taken on connecting. */
    DATABASE_APP_URL: databaseUrl('DATABASE_APP_URL').optional(),
    DATABASE_POOL: connections('DATABASE_POOL', 10),
    /** Connections that only bids take, so that pages and reads cannot starve them. */
    DATABASE_BID_POOL: connections('DATABASE_BID_POOL', 10),
    PORTAL_URL: z
      .url('PORTAL_URL must be the public address of the portal, such as https://names.example.org.')
      .default('http://localhost:3000'),
    PORT: z.coerce
      .number()
      .int('PORT must be a whole number.')
      .min(0)
      .max(65535, 'PORT must be at most 65535.')
      .default(3000),
    PORTAL_SECRET: secret('PORTAL_SECRET'),
    NEXTAUTH_SECRET: secret('NEXTAUTH_SECRET').optional(),
    SMTP_URL: z
      .string()
      .regex(/^smtps?:\/\//, 'SMTP_URL must be an smtp:// or smtps:// address.')
      .optional(),
    MAIL_FROM: z
      .string()
      .min(3, 'MAIL_FROM must be an address.')
      .default('Short names in .ORG <no-reply@names.example.org>'),
    /**
     * Whom people write to, and the bid desk's telephone; shown in help and in the rooms. Without a number none is
     * offered.
     */
    PROGRAMME_EMAIL: z
      .email('PROGRAMME_EMAIL must be an e-mail address.')
      .default('programme@names.example.org'),
    PROGRAMME_PHONE: z
      .string()
      .regex(
        /^\+[0-9 ()-]{6,30}$/,
        'PROGRAMME_PHONE must be an international number such as +1 202 555 0100.',
      )
      .optional(),
    /** The bank account that invoices name, in words: bank, account or IBAN, BIC. Absent: it is given on request. */
    BANK_DETAILS: z.string().min(10, 'BANK_DETAILS must name the bank and the account.').optional(),
    /** Payments online: both of Stripe’s keys, or none. */
    STRIPE_SECRET_KEY: z
      .string()
      .regex(
        /^(sk|rk)_(test|live)_\w+$/,
        'STRIPE_SECRET_KEY must begin with sk_test_, sk_live_, rk_test_ or rk_live_.',
      )
      .optional(),
    STRIPE_WEBHOOK_SECRET: z
      .string()
      .regex(/^whsec_\S+$/, 'STRIPE_WEBHOOK_SECRET must begin with whsec_.')
      .optional(),
    /** Another server in Stripe’s place, for tests. */
    STRIPE_API_URL: z.url('STRIPE_API_URL must be an address.').optional(),
    FILES_DIR: z.string().min(1).default('.data/files'),
    /** Where clamd listens. Absent: files are kept and marked as not scanned. */
    CLAMD_ADDRESS: z
      .string()
      .regex(/^(\/.+|[^/\s]+:\d+)$/, 'CLAMD_ADDRESS must be host:port or the path of a socket.')
      .optional(),
    /** What the registry's system signs its reports with; several, parted by commas, while one is being replaced. */
    REGISTRY_WEBHOOK_SECRETS: z
      .string()
      .default('')
      .transform((value) =>
        value
          .split(',')
          .map((each) => each.trim())
          .filter(Boolean),
      )
      .refine(
        (secrets) => secrets.every((each) => /^whsec_[A-Za-z0-9+/]{32,}={0,2}$/.test(each)),
        'REGISTRY_WEBHOOK_SECRETS must be secrets such as whsec_ and at least 24 bytes in base64, parted by commas.',
      ),
    /** Keys of the witnesses whose cosignatures are kept (R9.2), parted by commas. */
    WITNESS_KEYS: z
      .string()
      .default('')
      .transform((value) =>
        value
          .split(',')
          .map((each) => each.trim())
          .filter(Boolean),
      )
      .refine(
        (keys) => keys.every((each) => /^[^+\s]+\+[0-9a-f]{8}\+B[A-Za-z0-9+/]{43}=*$/.test(each)),
        'WITNESS_KEYS must be keys such as witness.example+1a2b3c4d+BAbC…, parted by commas.',
      ),
    /** Where names are looked up. Absent: Public Interest Registry's service. */
    RDAP_BASE_URL: z
      .url('RDAP_BASE_URL must be the address of an RDAP service.')
      .regex(/^https?:\/\/.+\/$/, 'RDAP_BASE_URL must be a web address that ends with a slash.')
      .optional(),
    LOG_LEVEL: z
      .enum(['debug', 'info', 'warn', 'error', 'silent'], {
        error: 'LOG_LEVEL must be debug, info, warn, error or silent.',
      })
      .default('info'),
    /** Set by scripts/start.mjs when it started the embedded database itself. */
    EMBEDDED_DATABASE: flag('EMBEDDED_DATABASE'),
    DEMO: flag('DEMO'),
    TRUST_PROXY: flag('TRUST_PROXY'),
  })
  .refine((env) => !(env.DEMO && !env.EMBEDDED_DATABASE), {
    path: ['DEMO'],
    message:
      'DEMO=on offers sign-in without a password and is refused together with a DATABASE_URL of your own.',
  })
  .refine((env) => !(env.DEMO && env.DATABASE_APP_URL), {
    path: ['DEMO'],
    message: 'DEMO=on is refused together with a DATABASE_APP_URL: it would open that database to everyone.',
  })
  .refine((env) => (env.STRIPE_SECRET_KEY === undefined) === (env.STRIPE_WEBHOOK_SECRET === undefined), {
    path: ['STRIPE_SECRET_KEY'],
    message:
      'STRIPE_SECRET_KEY and STRIPE_WEBHOOK_SECRET are set together: without the second nobody could say what was paid.',
  })

export type Env = z.infer<typeof Environment>

/** Reads and checks the environment. Throws one Error with a sentence per wrong variable. */
export function readEnvironment(source: Record<string, string | undefined>): Env {
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const parsed = Environment.safeParse(present)
  if (parsed.success) return parsed.data
  const sentences = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
  throw new Error(`The environment is not fit to start with:\n${sentences.join('\n')}`)
}

let cached: Env | undefined

/** The environment of this process, read once on first use so that a build needs no secrets. */
export const env: Env = new Proxy({} as Env, {
  get(_target, name) {
    cached ??= readEnvironment(process.env)
    return cached[name as keyof Env]
  },
})

/** Reads the environment anew on its next use; for tests that change it. */
export function forgetEnvironment(): void {
  cached = undefined
}
