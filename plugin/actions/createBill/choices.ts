import type {PaymentMethod, ServiceType} from '../../domain/documents.ts'

export const PAYMENT_METHODS = [
  'cash',
  'card',
  'upi',
  'bankTransfer',
  'other',
  'customerCredit',
] as const satisfies readonly PaymentMethod[]

export const SERVICE_TYPES = [
  'sale',
  'repair',
  'installation',
  'maintenance',
  'custom',
] as const satisfies readonly ServiceType[]

export function isPaymentMethod(text: string): text is PaymentMethod {
  return PAYMENT_METHODS.some((method) => method === text)
}

export function isServiceType(text: string): text is ServiceType {
  return SERVICE_TYPES.some((type) => type === text)
}
