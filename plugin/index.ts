import '@sanity/ui/styles.css'

export {shopDefaultDocumentNode, shopStructure} from '../schemas/index.ts'
export type {ShopOptions} from './domain/options.ts'
export * from './realtime/index.ts'
export {canScanByCamera, watchBarcodes} from './components/barcodeDetector.ts'
export {shop} from './shop.tsx'
