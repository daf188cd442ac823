import { MOST_BYTES } from './rules'

/** Beside the file: the other fields and the boundaries of the form. */
const MOST_BESIDE = 64 * 1024

export type Upload = {
  fields: Map<string, string>
  file?: { bytes: Uint8Array; fileName: string; declaredType: string }
}

/**
 * Reads a form with one file under `file`. Stops reading as soon as there is more than a file may have.
 * @returns the fields and the file, or why not
 */
export async function readUpload(request: Request): Promise<Upload | 'too-large' | 'unreadable'> {
  const type = request.headers.get('content-type') ?? ''
  if (!type.startsWith('multipart/form-data') || !request.body) return 'unreadable'
  if (Number(request.headers.get('content-length') ?? 0) > MOST_BYTES + MOST_BESIDE) return 'too-large'
  let size = 0
  const bounded = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      size += chunk.byteLength
      if (size > MOST_BYTES + MOST_BESIDE) controller.error(new Error('too large'))
      else controller.enqueue(chunk)
    },
  })
  try {
    const body = request.body.pipeThrough(bounded)
    const form = await new Response(body, { headers: { 'content-type': type } }).formData()
    return await split(form)
  } catch {
    return size > MOST_BYTES + MOST_BESIDE ? 'too-large' : 'unreadable'
  }
}

async function split(form: FormData): Promise<Upload> {
  const fields = new Map<string, string>()
  for (const [name, value] of form) if (typeof value === 'string') fields.set(name, value)
  const file = form.get('file')
  if (!(file instanceof File) || file.name === '') return { fields }
  const bytes = new Uint8Array(await file.arrayBuffer())
  return { fields, file: { bytes, fileName: file.name, declaredType: file.type } }
}
