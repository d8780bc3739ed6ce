export {
  createQueryEngine,
  DEFAULT_TIMEOUT_MS,
  type QueryEngine,
  type QueryRequest,
} from './engine.ts'
export {answerIdLookup, toIdLookup} from './idLookup.ts'
export type {ListenFilter} from './listenFilter.ts'
export type {Perspective} from './perspective.ts'
export {compileTrustedFilter, type TrustedFilter} from './trustedFilter.ts'
