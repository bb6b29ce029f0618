/** Thread: solves the models it is sent with HiGHS, tells what it finds on the way, and takes better answers and an end from outside. */
import { parentPort, receiveMessageOnPort } from 'node:worker_threads'
import library from 'highs'
import type { Order, Report } from './highs.ts'

type Highs = Awaited<ReturnType<typeof library.default>>
type Message = { order?: Order; offer?: Int32Array; stop?: true }

const port = parentPort!
// The library's types are those of its CommonJS form, where the loader is a property; as a module it is the default export.
const loadHighs = library as unknown as typeof library.default
const loading = loadHighs({ print: () => {}, printErr: () => {} })

// Listening comes first: compiling does not keep a thread alive.
port.on('message', async ({ order }: Message) => {
  if (order) port.postMessage(solve(await loading, order))
})

function solve(highs: Highs, { model: given, seconds, from, step }: Order): Report {
  const { callbackType, modelStatus, solutionStatus } = highs.constants
  const columns = given.cost.length
  return highs.withModel(
    {
      numCols: columns,
      numRows: given.least.length,
      colCost: given.cost,
      colLower: new Float64Array(columns),
      colUpper: new Float64Array(columns).fill(1),
      rowLower: given.least.map((each) => (each === Number.NEGATIVE_INFINITY ? -highs.infinity : each)),
      rowUpper: given.most.map((each) => (each === Number.POSITIVE_INFINITY ? highs.infinity : each)),
      matrix: {
        format: 'csc',
        numRows: given.least.length,
        numCols: columns,
        starts: given.start,
        indices: given.row,
        values: given.amount,
      },
      integrality: new Int32Array(columns).fill(1),
    },
    (model): Report => {
      // Objectives are multiples of `step` apart: once the gap is smaller, nothing better is left.
      model.options.set({ output_flag: false, time_limit: seconds, mip_rel_gap: 0, mip_abs_gap: step * 0.999 })
      if (from) model.setSolution({ colValue: dense(from, columns) })
      let offered: Int32Array | null = null
      let stopped = false
      const listen = () => {
        for (let mail = receiveMessageOnPort(port); mail; mail = receiveMessageOnPort(port)) {
          const { offer, stop } = mail.message as Message
          if (offer) offered = offer
          if (stop) stopped = true
        }
      }
      let bound = Number.NEGATIVE_INFINITY
      const { modelStatus: status } = model.run({
        [callbackType.mipInterrupt](event) {
          listen()
          if (stopped) event.interrupt()
          const reached = event.data.mip_dual_bound ?? bound
          if (!(reached > bound + step / 10) || reached >= highs.infinity) return
          bound = reached
          port.postMessage({ bound, columns: null } satisfies Report)
        },
        [callbackType.mipImprovingSolution](event) {
          port.postMessage({ bound, columns: sparse(event.data.mip_solution) } satisfies Report)
        },
        [callbackType.mipUserSolution](event) {
          if (offered) event.setSolution(dense(offered, columns))
          offered = null
        },
      })
      if (status === modelStatus.infeasible)
        return { status: 'infeasible' as const, bound: Number.POSITIVE_INFINITY, columns: null }
      const found = model.info.get('primal_solution_status') === solutionStatus.feasible
      return {
        status: status === modelStatus.optimal ? 'optimal' : 'stopped',
        bound: Math.max(bound, Number(model.info.get('mip_dual_bound'))),
        columns: found ? sparse(model.getSolution().colValue) : null,
      }
    },
  )
}

const dense = (columns: Int32Array, count: number) => {
  const values = new Float64Array(count)
  for (const column of columns) values[column] = 1
  return values
}

const sparse = (values: Float64Array | undefined) =>
  values ? Int32Array.from(values.keys()).filter((column) => values[column]! > 0.5) : null
