import { connect } from 'node:net'

/**
 * One open stream of server-sent events about one lot, read from a bare socket: thousands of them share the cores with
 * the web.
 * @param {(version: string) => void} changed
 * @returns {{opened: Promise<void>, isOpen: () => boolean, close: () => void}}
 */
export function watchLot({ host, port, token }, lot, changed) {
  const socket = connect(port, host)
  const mark = `"topic":"lot:${lot}","version":"`
  let open = false
  let rest = ''
  socket.setEncoding('latin1')
  const opened = new Promise((resolve, reject) => {
    socket.once('error', reject)
    socket.once('close', () => {
      open = false
      reject(new Error('A stream was ended.'))
    })
    socket.once('data', (head) => {
      open = head.startsWith('HTTP/1.1 200')
      if (open) resolve()
      else reject(new Error(`A stream was refused: ${head.slice(0, 60)}`))
    })
  })
  opened.catch(() => {})
  socket.on('data', (chunk) => {
    const text = rest + chunk
    const at = text.lastIndexOf(mark)
    const end = at < 0 ? -1 : text.indexOf('"', at + mark.length)
    if (end > 0) changed(text.slice(at + mark.length, end))
    // A message may be cut in two: what follows its last end waits for the other half.
    rest = text.slice(text.lastIndexOf('\n') + 1)
  })
  socket.write(
    `GET /api/stream?topics=lot:${lot} HTTP/1.1\r\nhost: ${host}:${port}\r\ncookie: session=${token}\r\n\r\n`,
  )
  return { opened, isOpen: () => open, close: () => socket.destroy() }
}
