import { z } from 'zod'

/** The browser that asks for a session, as the web tier describes it. */
export const BrowserInput = z.strictObject({
  userAgent: z.string().max(2000).default(''),
  device: z.string().min(20).max(100),
})
