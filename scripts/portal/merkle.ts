import { bytesToHex } from '@noble/hashes/utils.js'
import { z } from 'zod'
import { provesConsistency, provesInclusion } from '@/transcript/check-proof'
import { consistencyProof, inclusionProof, leafHash, rootOf } from '@/transcript/merkle'
import type { Area } from './area'
import { CheckFailed } from './check-failed'
import { Hex, Hex32 } from './hex'
import { InputRefused } from './input-refused'

const Count = z.int().min(0, 'It cannot be below zero.')
const Leaves = z.array(Hex)

const RootInput = z.strictObject({ leaves: Leaves })
const ProveInput = z.union(
  [
    z.strictObject({ leaves: Leaves, index: Count, size: Count }),
    z.strictObject({ leaves: Leaves, from: Count, to: Count }),
  ],
  'Give leaves with index and size, or leaves with from and to.',
)
const VerifyInput = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({
      kind: z.literal('inclusion'),
      leaf: Hex,
      index: Count,
      size: Count,
      proof: z.array(Hex32),
      root: Hex32,
    }),
    z.strictObject({
      kind: z.literal('consistency'),
      from: Count,
      to: Count,
      fromRoot: Hex32,
      proof: z.array(Hex32),
      root: Hex32,
    }),
  ],
  'The kind is inclusion or consistency.',
)

/** The Merkle tree that binds a transcript (R9.2). Leaves are the entries themselves, in hex. */
export default {
  area: 'merkle',
  verbs: {
    root: {
      summary: 'Root of the RFC 6962 tree over the leaves',
      input: RootInput,
      run: ({ leaves }: z.output<typeof RootInput>) => ({
        size: leaves.length,
        root: bytesToHex(rootOf(leaves.map(leafHash))),
      }),
    },
    prove: {
      summary: 'Proof that a leaf is in a tree (index, size), or that one tree begins another (from, to)',
      input: ProveInput,
      run: prove,
    },
    verify: {
      summary: 'Whether a proof of inclusion or consistency holds; exit 1 when it does not',
      input: VerifyInput,
      run: verify,
    },
  },
} satisfies Area

function prove(input: z.output<typeof ProveInput>) {
  const leaves = input.leaves.map(leafHash)
  const within = (size: number, path: string) => {
    if (size > leaves.length)
      throw new InputRefused('merkle.no-such-tree', `There are ${leaves.length} leaves.`, path)
  }
  if ('index' in input) {
    within(input.size, 'size')
    if (input.index >= input.size)
      throw new InputRefused('merkle.no-such-leaf', `A tree of ${input.size} has no such leaf.`, 'index')
    return { proof: inclusionProof(leaves, input.index, input.size).map(bytesToHex) }
  }
  within(input.to, 'to')
  if (input.from > input.to)
    throw new InputRefused('merkle.no-such-tree', 'A tree begins only larger ones.', 'from')
  return { proof: consistencyProof(leaves, input.from, input.to).map(bytesToHex) }
}

function verify(input: z.output<typeof VerifyInput>) {
  const holds =
    input.kind === 'inclusion' ? provesInclusion(leafHash(input.leaf), input) : provesConsistency(input)
  if (!holds) throw new CheckFailed('The proof does not lead to this root.')
  return { ok: true }
}
