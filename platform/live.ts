/**
 * Live update (`GET /api/live`): pages of the signed-in doors are told which entity changed in their region, never what;
 * they ask again under their own rights.
 */
import { PassThrough } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import type { Door } from './api.ts'
import type { Changes } from './live/listen.ts'
import { paced } from './live/pace.ts'
import { anonymous, unavailable } from './problem.ts'

/** Pages one server keeps posted; whoever comes later asks by the minute instead. */
export const mostStreams = 500
/** Proxies cut what is silent for longer. */
const heartbeat = 25_000
/** Who he is is asked again as often: the stream ends and the page opens the next one, if he is still signed in. */
const longest = 10 * 60_000
/** Who does not take his messages is let go before they fill the memory. */
const largestBacklog = 64 * 1024

export function serveLive(app: FastifyInstance, { actorOf, changes }: Pick<Door, 'actorOf'> & { changes: Changes }): void {
  const streams = new Map<PassThrough, { region: string }>()
  let closing = false

  const send = (message: string, region?: string) => {
    for (const [stream, of] of streams) {
      if (region !== undefined && of.region !== region) continue
      if (stream.writableLength > largestBacklog) stream.destroy()
      else stream.write(message)
    }
  }
  const tell = paced((change) => {
    const [region, entity] = change.split(' ')
    send(`data: ${entity}\n\n`, region)
  })
  const deafen = changes(
    (change) => (change === 'anything' ? send('data: *\n\n') : tell(`${change.region} ${change.entity}`)),
    (line) => app.log.warn(line),
  )
  const beat = setInterval(() => send(':\n\n'), heartbeat)

  // Compressed, messages would wait for more of their kind; a HEAD would leave a stream that nobody reads.
  app.get('/api/live', { compress: false, exposeHeadRoute: false }, async (request, reply) => {
    const { role, region } = await actorOf(request)
    if (role === 'public') throw anonymous()
    if (closing || streams.size >= mostStreams) throw unavailable('实时更新的连接已满，页面改为定时刷新')
    const stream = new PassThrough()
    const shift = setTimeout(() => stream.end(), longest)
    streams.set(stream, { region })
    stream.once('close', () => {
      clearTimeout(shift)
      streams.delete(stream)
    })
    stream.write('retry: 3000\n\n')
    // The connection ends with its stream: one kept for another request would hold up the server's close.
    reply.headers({ 'cache-control': 'no-store', 'x-accel-buffering': 'no', connection: 'close' })
    return reply.type('text/event-stream; charset=utf-8').send(stream)
  })

  // Open streams would keep the server from closing.
  app.addHook('preClose', async () => {
    closing = true
    clearInterval(beat)
    for (const stream of streams.keys()) stream.end()
  })
  app.addHook('onClose', deafen)
}
