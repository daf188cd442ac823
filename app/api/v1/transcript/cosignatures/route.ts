import { z } from 'zod'
import { keepCosignature } from '@/domain/transcript/keep-cosignature'
import { json, readJson, refusal } from '@/lib/route-action'

const Input = z.strictObject({ size: z.int().min(1), line: z.string().max(500) })

/** A witness hands in the line that it signed under a checkpoint; who it is, its signature tells (R9.2). */
export async function POST(request: Request): Promise<Response> {
  const body = await readJson(request, 2048)
  if ('refused' in body) return refusal(body.refused)
  const parsed = Input.safeParse(body.value)
  if (!parsed.success) return refusal('input.invalid')
  const answer = await keepCosignature(parsed.data)
  if (answer === 'no-checkpoint') return refusal('witness.no-checkpoint')
  return answer === 'kept' ? json(200, { kept: true }) : refusal('witness.unknown')
}
