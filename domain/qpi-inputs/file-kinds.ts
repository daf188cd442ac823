import type { QpiFileKind } from '@/db/schema/qpi'
import { fileKindWords } from './kinds'

/** Every kind of file, in the order in which a month is put together. */
export const qpiFileKinds = Object.keys(fileKindWords) as QpiFileKind[]
