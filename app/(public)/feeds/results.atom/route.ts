import { resultsFeed } from '@/domain/feeds/public-feeds'
import { env } from '@/env'
import { answerFeed } from '../answer-feed'

/** The newest results, as an Atom feed. */
export async function GET(request: Request): Promise<Response> {
  return answerFeed(request, await resultsFeed(env.PORTAL_URL))
}
