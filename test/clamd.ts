/** A small clamd: takes INSTREAM as the real one does, finds the EICAR test string, refuses streams of more than 25 MB. */
import { createServer, type Server } from 'node:net'

export const eicar = 'X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'
const largest = 25 * 1024 * 1024

/** @param at a port of this machine (0: any), or the path of a socket */
export async function clamd(at: number | string): Promise<Server> {
  const server = createServer((socket) => {
    let held = Buffer.alloc(0)
    let began = false
    const parts: Buffer[] = []
    const answer = (line: string) => void socket.end(`${line}\0`)
    socket.on('error', () => {})
    socket.on('data', (part: Buffer) => {
      held = Buffer.concat([held, part])
      const command = Buffer.from('zINSTREAM\0')
      if (!began) {
        if (held.length < command.length) return
        if (!held.subarray(0, command.length).equals(command)) return answer('UNKNOWN COMMAND')
        began = true
        held = held.subarray(command.length)
      }
      while (held.length >= 4) {
        const length = held.readUInt32BE(0)
        if (length === 0)
          return answer(Buffer.concat(parts).includes(eicar) ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK')
        if (held.length < 4 + length) return
        parts.push(held.subarray(4, 4 + length))
        held = held.subarray(4 + length)
        if (parts.reduce((sum, one) => sum + one.length, 0) > largest) return answer('INSTREAM size limit exceeded. ERROR')
      }
    })
  })
  await new Promise<void>((listening) =>
    typeof at === 'number' ? server.listen(at, '127.0.0.1', listening) : server.listen(at, listening),
  )
  return server
}
