import { writeOpenapi } from '@/domain/open-data/write-openapi'
import { env } from '@/env'
import { answerData } from '../answer-data'

/** The OpenAPI 3.1 document of everything public here, and of the bid. */
export function GET(request: Request): Response {
  return answerData(request, 'openapi', writeOpenapi(env.PORTAL_URL))
}
