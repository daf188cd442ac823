import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type SaveState, SectionSaver } from './section-saver'

/** The server on the other side of the network: answers what the test says, and remembers what it was sent. */
function makeSaver(answers: (Response | Error)[]) {
  const sent: { key: string; body: { version: number; content: Record<string, string> } }[] = []
  const states: SaveState[] = []
  vi.stubGlobal('fetch', async (_url: string, request: RequestInit) => {
    if (request.method === 'PUT') {
      const headers = request.headers as Record<string, string>
      sent.push({ key: headers['idempotency-key']!, body: JSON.parse(String(request.body)) })
    }
    const answer = answers.shift() ?? saved(99)
    if (answer instanceof Error) throw answer
    return answer
  })
  const saver = new SectionSaver({
    url: '/section',
    keptKey: 'kept',
    version: 1,
    saved: { purpose: 'before' },
    onState: (state) => states.push(state),
    onVersion: () => {},
  })
  return { saver, sent, states }
}

const saved = (version: number) => Response.json({ version, savedAt: '2026-11-19T16:03:22.000Z' })
const stale = () => Response.json({ error: { code: 'draft.stale', message: 'Changed.' } }, { status: 409 })
const stored = (text: string, version: number) =>
  Response.json({ content: { purpose: text }, version, at: '2026-11-19T16:03:00.000Z', by: 'Jon P.' })

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('saving while writing', () => {
  test('sends the last text once, 1.5 s after the last key', async () => {
    const { saver, sent, states } = makeSaver([saved(2)])
    saver.changed({ purpose: 'a' })
    await vi.advanceTimersByTimeAsync(1000)
    saver.changed({ purpose: 'ab' })
    await vi.advanceTimersByTimeAsync(1400)
    expect(sent).toEqual([])
    await vi.advanceTimersByTimeAsync(200)
    expect(sent.map(({ body }) => body)).toEqual([{ version: 1, content: { purpose: 'ab' } }])
    expect(states.map(({ phase }) => phase)).toEqual(['saving', 'saved'])
  })

  test('goes on from the version it got, and sends nothing when nothing changed', async () => {
    const { saver, sent } = makeSaver([saved(2), saved(3)])
    saver.changed({ purpose: 'a' })
    await vi.advanceTimersByTimeAsync(2000)
    saver.changed({ purpose: 'a' })
    await vi.advanceTimersByTimeAsync(5000)
    saver.changed({ purpose: 'b' })
    saver.flush()
    await vi.advanceTimersByTimeAsync(0)
    expect(sent.map(({ body }) => body.version)).toEqual([1, 2])
  })

  test('tries again with the same key until the network is back', async () => {
    const { saver, sent, states } = makeSaver([new Error('offline'), new Error('offline'), saved(2)])
    saver.changed({ purpose: 'a' })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(sent).toHaveLength(3)
    expect(new Set(sent.map(({ key }) => key)).size).toBe(1)
    expect(states.at(-1)?.phase).toBe('saved')
  })

  test('shows both texts when another was saved, and overwrites nothing until one is chosen', async () => {
    const { saver, sent, states } = makeSaver([stale(), stored('theirs', 5), saved(6)])
    saver.changed({ purpose: 'mine' })
    await vi.advanceTimersByTimeAsync(2000)
    expect(states.at(-1)).toMatchObject({
      phase: 'conflict',
      mine: { purpose: 'mine' },
      theirs: { content: { purpose: 'theirs' }, version: 5 },
    })
    saver.changed({ purpose: 'mine still' })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(sent).toHaveLength(1)
    saver.writeOnTopOf(5, { purpose: 'both' })
    await vi.advanceTimersByTimeAsync(0)
    expect(sent.at(-1)?.body).toEqual({ version: 5, content: { purpose: 'both' } })
  })

  test('knows its own text whose answer was lost on the way', async () => {
    const { saver, sent, states } = makeSaver([new Error('lost'), stale(), stored('a', 2), saved(3)])
    saver.changed({ purpose: 'a' })
    await vi.advanceTimersByTimeAsync(1600)
    saver.changed({ purpose: 'ab' })
    saver.flush()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(states.map(({ phase }) => phase)).not.toContain('conflict')
    expect(sent.at(-1)?.body).toEqual({ version: 2, content: { purpose: 'ab' } })
  })

  test('stops when the server refuses for good, and when the form itself is sent', async () => {
    const closed = { error: { code: 'application.closed', message: 'Applications closed.' } }
    const refused = makeSaver([Response.json(closed, { status: 409 })])
    refused.saver.changed({ purpose: 'a' })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(refused.states.at(-1)).toEqual({ phase: 'refused', message: 'Applications closed.' })
    expect(refused.sent).toHaveLength(1)
    const left = makeSaver([])
    left.saver.changed({ purpose: 'a' })
    await left.saver.stop()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(left.sent).toEqual([])
  })
})
