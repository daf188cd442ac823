import { questions } from '@/domain/open-data/list-what-was-said'
import { answerList } from '../answer-list'

/** Questions and answers of all rounds (R5.5). Pages of JSON, or all as CSV. */
export function GET(request: Request): Promise<Response> {
  return answerList(request, questions)
}
