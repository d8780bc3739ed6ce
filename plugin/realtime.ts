export * from './realtime/index.ts'
export {canScanByCamera, watchBarcodes} from './components/barcodeDetector.ts'
