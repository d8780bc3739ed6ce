import type {OperationName} from '../../../plugin/operations/permissions.ts'

export const ROLES = ['administrator', 'editor', 'cashier', 'viewer'] as const

export type Role = (typeof ROLES)[number]

const CATALOGUE = ['brands', 'categories', 'products'].flatMap((room) =>
  ['create', 'update', 'archive', 'delete'].map((what) => `${room}.${what}`),
)

const SELLING = [
  'users.create',
  'users.update',
  'users.archive',
  'bills.create',
  'bills.recordPayment',
  'bills.refund',
  'bills.credit',
  'bills.void',
  'bills.park',
  'bills.discard',
  'bills.deposit',
  'bills.withdraw',
  'stock.receive',
  'stock.returnToSupplier',
  'stock.adjust',
  'stock.count',
]

const SHOWN = ['alerts.note', 'latencyTests.begin', 'latencyTests.answer', 'latencyTests.end']

/** Written down here by hand, so that a change of the code's own table does not go unseen. */
export const MAY: Readonly<Record<Exclude<Role, 'administrator'>, readonly string[]>> = {
  editor: [...CATALOGUE, ...SHOWN],
  cashier: [...SELLING, ...SHOWN],
  viewer: [],
}

export const mayCall = (role: Role, operation: OperationName): boolean =>
  role === 'administrator' || MAY[role].includes(operation)

/** What a cashier's grants cannot keep apart from what a cashier may do: only the operations refuse it. */
export const UNSEEN_BY_THE_LAKE: readonly OperationName[] = [
  'users.delete',
  'stock.open',
  'stock.correct',
  'bills.correctBalance',
  'bills.correctSeries',
  'bills.correctDay',
  'bills.correctAccount',
]

export type Right = 'create' | 'update' | 'delete'

const CHANGES = ['create', 'update', 'delete'] as const
const APPENDS = ['create'] as const

const NOTHING = {editor: [], cashier: []} as const
const EDITED = {editor: CHANGES, cashier: []} as const
const SHARED = {editor: CHANGES, cashier: CHANGES} as const
const SOLD = {editor: [], cashier: CHANGES} as const
const APPENDED = {editor: [], cashier: APPENDS} as const

/** Rights by document type; administrators have all, viewers none. `page`: a type that is none of the shop's. */
export const RIGHTS: Readonly<
  Record<string, Readonly<Record<'editor' | 'cashier', readonly Right[]>>>
> = {
  product: EDITED,
  brand: EDITED,
  category: EDITED,
  sku: EDITED,
  user: SOLD,
  bill: APPENDED,
  creditNote: APPENDED,
  payment: APPENDED,
  stockTransaction: APPENDED,
  stockOperation: APPENDED,
  billBalance: SOLD,
  billDraft: SOLD,
  customerAccount: SOLD,
  stockLevel: SOLD,
  series: SOLD,
  alertNote: SHARED,
  latencyTest: SHARED,
  daySummary: SOLD,
  shopSettings: NOTHING,
  page: EDITED,
}

export function hasRight(role: Role, type: string, right: Right): boolean {
  if (role === 'administrator') return true
  if (role === 'viewer') return false
  return RIGHTS[type]?.[role].includes(right) === true
}
