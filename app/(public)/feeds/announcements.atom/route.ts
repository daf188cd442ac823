import { announcementsFeed } from '@/domain/feeds/public-feeds'
import { env } from '@/env'
import { answerFeed } from '../answer-feed'

/** The newest announcements, as an Atom feed. */
export async function GET(request: Request): Promise<Response> {
  return answerFeed(request, await announcementsFeed(env.PORTAL_URL))
}
