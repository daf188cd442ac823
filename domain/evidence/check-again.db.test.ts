import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeAttachment } from '@/db/factories/applications'
import { makeBuildOut, makeEvidence } from '@/db/factories/build-out'
import { makeOfficer } from '@/db/factories/reviews'
import { evidence, evidenceChecks } from '@/db/schema/build-out'
import { systemActor } from '@/lib/access/actor'
import { checkAgain } from './check-again'
import { dueEvidence } from './due-evidence'
import { lookAt } from './look-at'
import { recordCheck } from './record-check'

afterAll(closeDatabase)

const refusal = (code: string) => ({ ok: false, error: { code } })

/** A site that answers with this text now, and the evidence that names it. */
async function site() {
  let text = 'first'
  const server = http.createServer((_asking, answer) => answer.end(text))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const made = await makeBuildOut()
  const evidenceId = await makeEvidence(made, { target: `http://q7.test:${port}/` })
  const network = {
    resolve: async () => ['127.0.0.1'],
    permits: () => true,
    ports: { 'http:': [port], 'https:': [] },
  }
  return {
    made,
    evidenceId,
    say: (now: string) => {
      text = now
    },
    look: async () => {
      const due = await dueEvidence(database(), evidenceId)
      if (!due) return
      const found = await lookAt(due.kind, due.target, { fetch: { network } })
      await recordCheck(systemActor('check-evidence'), { evidenceId, attempt: due.attempt, ...found })
    },
    close: () => server.close(),
  }
}

const hashes = async (id: string) =>
  (await database().select().from(evidenceChecks).where(eq(evidenceChecks.evidenceId, id))).map(
    ({ seen }) => seen.find(({ what }) => what.startsWith('SHA-256'))?.value,
  )

describe('looking again (R12.1)', () => {
  test('keeps both looks: what stands at an address may have changed', async () => {
    const { evidenceId, say, look, close } = await site()
    await look()
    say('second')
    await look()
    expect(await hashes(evidenceId), 'nothing is due after the first').toHaveLength(1)
    expect(await checkAgain(await makeOfficer(), { evidenceId })).toMatchObject({ ok: true })
    await look()
    const [one, other] = await hashes(evidenceId)
    expect(one).not.toBe(other)
    close()
  })

  test('refuses the role and the stranger', async () => {
    const made = await makeBuildOut()
    const evidenceId = await makeEvidence(made)
    expect(await checkAgain(made.person, { evidenceId })).toMatchObject(refusal('access.denied'))
    expect(await checkAgain(await makeOfficer(), { evidenceId: 'evd_none' })).toMatchObject(
      refusal('thing.not-found'),
    )
  })

  test('refuses the moment: a document is read by people', async () => {
    const made = await makeBuildOut()
    const evidenceId = await makeEvidence(made)
    const { fileId } = await makeAttachment(made)
    await database().update(evidence).set({ kind: 'file', fileId }).where(eq(evidence.id, evidenceId))
    expect(await checkAgain(await makeOfficer(), { evidenceId })).toMatchObject(
      refusal('evidence.not-checkable'),
    )
  })
})
