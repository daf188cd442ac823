import { z } from 'zod'
import { resolveLocal } from '@/lib/time/resolve-local'
import type { Area } from './area'
import { InputRefused } from './input-refused'

const ResolveInput = z.strictObject({ local: z.string(), zone: z.string() })

/** Instants behind wall-clock times (R3.2). */
export default {
  area: 'deadline',
  verbs: {
    resolve: {
      summary: 'The instants that a local time in a zone names: one, two when clocks go back, or none',
      input: ResolveInput,
      run: ({ local, zone }: z.infer<typeof ResolveInput>) => {
        const resolved = resolveLocal(local, zone)
        if (resolved.kind === 'refused')
          throw new InputRefused(resolved.code, resolved.message, resolved.field)
        return { instants: resolved.instants, kind: resolved.kind }
      },
    },
  },
} satisfies Area
