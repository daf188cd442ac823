import { startProxy } from './tcp-proxy.mjs'

/**
 * A way to the database that counts what is said on it within transactions that name something of `names()`. At word
 * `step` it calls `atStep` once: the word still reaches the database, and nobody hears the answer.
 * @returns {Promise<{port: number, stop: () => void}>}
 */
export async function countWords(world, { names, step, atStep }) {
  let said = 0
  return startProxy({
    targets: () => [world.database.port],
    toServer(chunk, connection) {
      if (names().some((name) => chunk.includes(name))) connection.concerned = true
      if (connection.inside && connection.concerned && ++said === step()) setImmediate(atStep)
      return undefined
    },
    toClient(chunk, connection) {
      const state = transactionState(chunk)
      if (state) connection.inside = state === 'T'
      if (state === 'I') connection.concerned = false
      return undefined
    },
  })
}

/** What the database says at the end of each answer: T in a transaction, I outside of one. */
function transactionState(chunk) {
  const end = chunk.subarray(-6)
  return end.length === 6 && end[0] === 0x5a && end.readUInt32BE(1) === 5
    ? String.fromCharCode(end[5])
    : undefined
}
