import type { Instrumentation } from 'next'

/** At boot: a wrong environment stops the process now instead of surprising someone during a round. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { readEnvironment } = await import('@/env')
  readEnvironment(process.env)
}

/** What a page or route threw, with its path; never with what the person sent, nor the query: links carry tokens. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { log } = await import('@/lib/log')
  log().error(
    { err: error, path: request.path.split('?', 1)[0], route: context.routePath },
    'a request failed',
  )
}
