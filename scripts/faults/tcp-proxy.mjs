import { connect, createServer } from 'node:net'

/**
 * A proxy of bare connections. Each one goes to the first target in turn that takes it, and both sides end together.
 * @param {{targets: () => number[], toServer?: Watch, toClient?: Watch}} options targets: ports on this machine;
 *   the watches see each chunk before it goes on and may answer `drop`: it is lost and the connection with it
 * @typedef {(chunk: Buffer, connection: object) => 'drop' | undefined} Watch connection: one object per connection
 * @returns {Promise<{port: number, freeze: () => void, thaw: () => void, stop: () => void}>} frozen, nothing passes
 */
export async function startProxy({ targets, toServer, toClient }) {
  const open = new Set()
  const cold = { frozen: false }
  let turn = 0
  const server = createServer((client) => {
    open.add(client)
    client.once('close', () => open.delete(client))
    client.on('error', () => {})
    client.setNoDelay(true)
    const ports = targets()
    tryFrom(client, ports, turn++ % ports.length, ports.length)
  })
  function tryFrom(client, ports, index, left) {
    if (left === 0) return client.destroy()
    const upstream = connect(ports[index], '127.0.0.1')
    const next = () => tryFrom(client, ports, (index + 1) % ports.length, left - 1)
    upstream.once('error', next)
    upstream.once('connect', () => {
      upstream.off('error', next)
      open.add(upstream)
      upstream.once('close', () => open.delete(upstream))
      join(client, upstream, { toServer, toClient, cold })
    })
  }
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  const freeze = () => {
    cold.frozen = true
    for (const socket of open) socket.pause()
  }
  const thaw = () => {
    cold.frozen = false
    for (const socket of open) socket.resume()
  }
  const stop = () => {
    server.close()
    for (const socket of open) socket.destroy()
  }
  return { port: server.address().port, freeze, thaw, stop }
}

function join(client, upstream, { toServer, toClient, cold }) {
  const connection = { cold }
  upstream.setNoDelay(true)
  pass(client, upstream, toServer, connection)
  pass(upstream, client, toClient, connection)
}

function pass(from, to, watch, connection) {
  from.on('data', (chunk) => {
    if (watch?.(chunk, connection) === 'drop') {
      from.destroy()
      to.destroy()
    } else if (!to.destroyed && !to.write(chunk)) from.pause()
  })
  to.on('drain', () => connection.cold.frozen || from.resume())
  if (connection.cold.frozen) from.pause()
  from.on('error', () => {})
  from.on('close', () => to.destroy())
}
