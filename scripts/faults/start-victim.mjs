import { countWords } from './count-words.mjs'

/**
 * Starts a worker that is killed with SIGKILL once it has said so many words about what `aim` names.
 * @returns {Promise<{aim: (step: number, names: string[]) => void, died: Promise<true>, stop: () => Promise<void>}>} died
 *   resolves when it was killed at its step; stop ends it and its way to the database
 */
export async function startVictim(world) {
  const aimed = { step: 0, names: [] }
  let victim
  const wire = await countWords(world, {
    names: () => aimed.names,
    step: () => aimed.step,
    atStep: () => victim.signal('SIGKILL'),
  })
  victim = world.startWorker('victim', world.through(wire.port))
  const died = victim.ended.then((how) => {
    wire.stop()
    return how === 'signal SIGKILL' || Promise.reject(new Error(`The victim ended by itself: ${how}`))
  })
  died.catch(() => {})
  return {
    aim: (step, names) => Object.assign(aimed, { step, names }),
    died,
    stop: () => victim.stop(5_000),
  }
}
