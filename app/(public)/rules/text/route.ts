import { currentRules } from '@/domain/rules/current'

/** The rulebook byte for byte as hashed. */
export function GET(): Response {
  return new Response(currentRules.text, {
    headers: {
      'content-type': 'text/markdown; charset=utf-8',
      'content-disposition': `attachment; filename="rulebook-${currentRules.version}.md"`,
      'cache-control': 'public, max-age=300',
    },
  })
}
