import { fileTypeFromBuffer } from 'file-type'
import type { ErrorCode } from '@/lib/errors'
import { endsAsJpeg, endsAsPng, pixelsOfJpeg, pixelsOfPng } from './image-structure'
import { pagesOfPdf } from './pdf-pages'
import { type MediaType, MOST_BYTES, MOST_PAGES, MOST_PIXELS, mediaTypeOfName } from './rules'

/** What an accepted file is, or the code of the refusal. */
export type Inspected = { ok: true; mediaType: MediaType } | { ok: false; code: ErrorCode }

/**
 * Looks into uploaded bytes: extension, content and declared type must be one and the same of PDF, PNG and JPEG, and
 * the file must be nothing else besides (R5.1). Reads each byte a bounded number of times.
 */
export async function inspectFile(
  bytes: Uint8Array,
  fileName: string,
  declaredType: string,
): Promise<Inspected> {
  if (bytes.length === 0) return { ok: false, code: 'file.empty' }
  if (bytes.length > MOST_BYTES) return { ok: false, code: 'file.too-large' }
  const wrong: Inspected = { ok: false, code: 'file.wrong-type' }
  const named = mediaTypeOfName(fileName)
  const found = await fileTypeFromBuffer(bytes)
  if (!named || found?.mime !== named) return wrong
  if (!['', 'application/octet-stream', named].includes(declaredType.toLowerCase())) return wrong
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (hasArchiveTail(content)) return wrong
  if (named === 'application/pdf') return inspectPdf(content)
  return isPlainImage(content, named) ? { ok: true, mediaType: named } : wrong
}

async function inspectPdf(content: Buffer): Promise<Inspected> {
  const end = content.lastIndexOf('%%EOF')
  const startsAsPdf = content.subarray(0, 5).toString('latin1') === '%PDF-'
  const endsAsPdf =
    end !== -1 &&
    content
      .subarray(end + 5)
      .toString('latin1')
      .trim() === ''
  if (!startsAsPdf || !endsAsPdf || carriesMarkup(content.subarray(0, 1024)))
    return { ok: false, code: 'file.wrong-type' }
  // The name stands in a trailer or in the dictionary of a cross-reference stream, both uncompressed.
  if (/\/Encrypt[\s<0-9]/.test(content.toString('latin1'))) return { ok: false, code: 'file.protected' }
  const pages = await pagesOfPdf(content)
  if (pages === 'packed') return { ok: false, code: 'file.packed' }
  if (pages > MOST_PAGES) return { ok: false, code: 'file.too-long' }
  return { ok: true, mediaType: 'application/pdf' }
}

function isPlainImage(content: Buffer, mediaType: 'image/png' | 'image/jpeg'): boolean {
  if (content.includes('%PDF-') || carriesMarkup(content)) return false
  const isPng = mediaType === 'image/png'
  const pixels = isPng ? pixelsOfPng(content) : pixelsOfJpeg(content)
  return pixels > 0 && pixels <= MOST_PIXELS && (isPng ? endsAsPng(content) : endsAsJpeg(content))
}

/** A zip archive is read from its end: appended to anything, it makes the file two things. */
function hasArchiveTail(content: Buffer): boolean {
  const tail = content.subarray(Math.max(0, content.length - 65_557))
  return tail.includes(Buffer.from('PK\x05\x06', 'latin1'))
}

const MARKUP = ['<script', '<html', '<!doctype', '<svg', '<?php', '<iframe']

function carriesMarkup(content: Buffer): boolean {
  const text = content.toString('latin1').toLowerCase()
  return MARKUP.some((tag) => text.includes(tag))
}
