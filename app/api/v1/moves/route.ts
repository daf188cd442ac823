import { moves } from '@/domain/open-data/list-moves'
import { answerList } from '../answer-list'

/** Every move of every name with its public note (R1.4). Pages of JSON, or all as CSV. */
export function GET(request: Request): Promise<Response> {
  return answerList(request, moves)
}
