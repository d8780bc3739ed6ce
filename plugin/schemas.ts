export {shopSchemaTypes} from '../schemas/index.ts'
export type {ShopOptions} from './domain/options.ts'
