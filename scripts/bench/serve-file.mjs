/** Serves one file: `serve-file.mjs <file> <port>`. Says so when it listens. */
import { createReadStream, statSync } from 'node:fs'
import { createServer } from 'node:http'

const [file, port] = process.argv.slice(2)
const headers = { 'content-type': 'text/html; charset=utf-8', 'content-length': statSync(file).size }
createServer((_request, response) => {
  response.writeHead(200, headers)
  createReadStream(file).pipe(response)
}).listen(Number(port), '127.0.0.1', () => console.log('listening'))
