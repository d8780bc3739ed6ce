import {setFlagsFromString} from 'node:v8'
import {runInNewContext} from 'node:vm'

setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')

/** Bytes that are reachable now. */
export function reachableHeap(): number {
  // what a first pass frees may hold what a second one does
  collectGarbage()
  collectGarbage()
  return process.memoryUsage().heapUsed
}
