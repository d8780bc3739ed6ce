export * from './realtime/index.ts'
