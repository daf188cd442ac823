import { promisify } from 'node:util'
import { inflate } from 'node:zlib'

const unpack = promisify(inflate)

/** What object streams may unpack to, each and together, and how many a document has at most. */
const MOST_UNPACKED = 16 * 1024 * 1024
const MOST_UNPACKED_IN_ALL = 64 * 1024 * 1024
const MOST_STREAMS = 20_000

/**
 * How many pages a PDF has: its page objects, those packed into object streams included. A page that was saved anew in
 * the same file counts again. `packed` when the streams unpack to more than any honest document.
 */
export async function pagesOfPdf(content: Buffer): Promise<number | 'packed'> {
  let pages = pagesIn(content.toString('latin1'))
  let [unpackedInAll, streams] = [0, 0]
  for (let at = content.indexOf('/ObjStm'); at !== -1; at = content.indexOf('/ObjStm', at + 1)) {
    const from = content.indexOf('stream', at)
    const to = content.indexOf('endstream', from)
    if (from === -1 || to === -1) break
    if (++streams > MOST_STREAMS) return 'packed'
    const start = from + (content[from + 6] === 13 ? 8 : 7)
    const unpacked = await unpackWithin(content.subarray(start, to))
    if (unpacked === 'packed') return 'packed'
    unpackedInAll += unpacked.length
    if (unpackedInAll > MOST_UNPACKED_IN_ALL) return 'packed'
    pages += pagesIn(unpacked.toString('latin1'))
  }
  return pages
}

function pagesIn(text: string): number {
  return text.match(/\/Type\s*\/Page(?![A-Za-z])/g)?.length ?? 0
}

/** What cannot be unpacked holds no page that a reader would show. */
async function unpackWithin(packed: Buffer): Promise<Buffer | 'packed'> {
  try {
    return await unpack(packed, { maxOutputLength: MOST_UNPACKED })
  } catch (error) {
    return (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? 'packed' : Buffer.alloc(0)
  }
}
