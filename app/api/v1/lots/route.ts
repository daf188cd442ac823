import { lots } from '@/domain/open-data/list-lots'
import { answerList } from '../answer-list'

/** Every lot of every announced round. Pages of JSON, or all as CSV. */
export function GET(request: Request): Promise<Response> {
  return answerList(request, lots)
}
