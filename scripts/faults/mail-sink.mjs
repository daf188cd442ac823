import { createServer } from 'node:net'

/**
 * The least of a mail server: takes every letter.
 * @returns {Promise<{port: number, taken: Map<string, {to: string, times: number}>, stop: () => void}>} taken: by Message-ID
 */
export async function startMailSink() {
  const taken = new Map()
  const open = new Set()
  const server = createServer((socket) => {
    open.add(socket)
    socket.once('close', () => open.delete(socket))
    socket.on('error', () => {})
    take(socket, taken)
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  const stop = () => {
    server.close()
    for (const socket of open) socket.destroy()
  }
  return { port: server.address().port, taken, stop }
}

function take(socket, taken) {
  let text = ''
  let inLetter = false
  let to = ''
  socket.write('220 mail.example ESMTP\r\n')
  socket.setEncoding('utf8').on('data', (chunk) => {
    text += chunk
    for (;;) {
      const end = inLetter ? text.indexOf('\r\n.\r\n') : text.indexOf('\r\n')
      if (end < 0) return
      const said = text.slice(0, end)
      text = text.slice(end + (inLetter ? 5 : 2))
      if (inLetter) {
        note(taken, /^Message-ID: <([^>]+)>/im.exec(said)?.[1], to)
        inLetter = false
        socket.write('250 taken\r\n')
        continue
      }
      if (/^RCPT/i.test(said)) to = /<([^>]*)>/.exec(said)?.[1] ?? ''
      inLetter = /^DATA/i.test(said)
      socket.write(inLetter ? '354 go on\r\n' : /^QUIT/i.test(said) ? '221 bye\r\n' : '250 mail.example\r\n')
    }
  })
}

function note(taken, id, to) {
  taken.set(id, { to, times: (taken.get(id)?.times ?? 0) + 1 })
}
