import { z } from 'zod'

/** The name of a plan, a reviewer or a criterion. */
export const Name = z.string().regex(/^[\p{L}\p{N}]/u, 'A name begins with a letter or a digit.')
