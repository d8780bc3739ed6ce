import {NotPermittedError} from '../domain/errors.ts'
import {shopRolesOf} from '../domain/roles.ts'
import type {RoleMap, ShopRole} from '../domain/roles.ts'
import type {ShopOperations} from './commands.ts'

type NamesOf<Room extends keyof ShopOperations> = `${Room}.${keyof ShopOperations[Room] & string}`

/** Every operation of the shop: `bills.create`, `stock.adjust`, … */
export type OperationName = {[Room in keyof ShopOperations]: NamesOf<Room>}[keyof ShopOperations]

interface Permission {
  /** Roles of the shop that may. */
  roles: readonly ShopRole[]
  /** Types that it creates and nothing ever changes. */
  creates: readonly string[]
  /** Types that it creates, changes or deletes. */
  changes: readonly string[]
}

const SELLERS = ['administrator', 'cashier'] as const
const EDITORS = ['administrator', 'editor'] as const
const ADMINISTRATORS = ['administrator'] as const

const MONEY = {creates: ['payment'], changes: ['billBalance', 'customerAccount', 'daySummary']}
const GOODS = {creates: ['stockTransaction'], changes: ['stockLevel']}
const PAPER = {
  creates: [...MONEY.creates, ...GOODS.creates],
  changes: [...MONEY.changes, ...GOODS.changes, 'series'],
}
const STOCK = {roles: SELLERS, ...GOODS, creates: [...GOODS.creates, 'stockOperation']}
const BRANDS = {roles: EDITORS, creates: [], changes: ['brand']}
const CATEGORIES = {roles: EDITORS, creates: [], changes: ['category']}
const PRODUCTS = {roles: EDITORS, creates: [], changes: ['product', 'sku']}
const USERS = {roles: SELLERS, creates: [], changes: ['user']}
const NOTES = {
  roles: ['administrator', 'editor', 'cashier'],
  creates: [],
  changes: ['alertNote'],
} as const
const LATENCY_TESTS = {...NOTES, changes: ['latencyTest']} as const
const DRAFTS = {roles: SELLERS, creates: [], changes: ['billDraft']}

/** Who may do what, and what it writes: a new operation without an entry does not compile. */
export const PERMISSIONS: Readonly<Record<OperationName, Permission>> = {
  'brands.create': BRANDS,
  'brands.update': BRANDS,
  'brands.archive': BRANDS,
  'brands.delete': BRANDS,
  'categories.create': CATEGORIES,
  'categories.update': CATEGORIES,
  'categories.archive': CATEGORIES,
  'categories.delete': CATEGORIES,
  'products.create': PRODUCTS,
  'products.update': PRODUCTS,
  'products.archive': PRODUCTS,
  'products.delete': PRODUCTS,
  'users.create': USERS,
  'users.update': USERS,
  'users.archive': USERS,
  'users.delete': {...USERS, roles: ADMINISTRATORS},
  'bills.create': {
    roles: SELLERS,
    creates: ['bill', ...PAPER.creates],
    changes: [...PAPER.changes, 'billDraft'],
  },
  'bills.recordPayment': {roles: SELLERS, ...MONEY},
  'bills.refund': {roles: SELLERS, ...MONEY},
  'bills.credit': {
    roles: SELLERS,
    creates: ['creditNote', ...PAPER.creates],
    changes: PAPER.changes,
  },
  'bills.void': {roles: SELLERS, ...PAPER},
  'bills.park': DRAFTS,
  'bills.discard': DRAFTS,
  'bills.deposit': {roles: SELLERS, ...MONEY},
  'bills.withdraw': {roles: SELLERS, ...MONEY},
  'bills.correctBalance': {roles: ADMINISTRATORS, creates: [], changes: ['billBalance']},
  'bills.correctSeries': {roles: ADMINISTRATORS, creates: [], changes: ['series']},
  'bills.correctDay': {roles: ADMINISTRATORS, creates: [], changes: ['daySummary']},
  'bills.correctAccount': {roles: ADMINISTRATORS, creates: [], changes: ['customerAccount']},
  'alerts.note': NOTES,
  'latencyTests.begin': LATENCY_TESTS,
  'latencyTests.answer': LATENCY_TESTS,
  'latencyTests.end': LATENCY_TESTS,
  'stock.open': {...STOCK, roles: ADMINISTRATORS},
  'stock.receive': STOCK,
  'stock.returnToSupplier': STOCK,
  'stock.adjust': STOCK,
  'stock.count': STOCK,
  'stock.correct': {...STOCK, roles: ADMINISTRATORS},
}

/** Whether somebody with these Sanity roles may do it, for a form that should not be offered. */
export function mayDo(
  operation: OperationName,
  sanityRoles: readonly string[],
  map: RoleMap,
): boolean {
  return isAllowed(operation, shopRolesOf(sanityRoles, map))
}

/**
 * Without known roles (`undefined`) the lake's own grants decide; they have the last word in any case.
 * @throws NotPermittedError
 */
export function requirePermission(
  operation: OperationName,
  roles: readonly ShopRole[] | undefined,
): void {
  if (roles === undefined || isAllowed(operation, roles)) return
  const {roles: allowed} = PERMISSIONS[operation]
  throw new NotPermittedError(
    `As ${roles.join(' and ')} you may not do this (${operation}). Nothing was saved; ask ` +
      `${inWords(allowed)}, or an administrator to give you that role in the shop's settings.`,
    {operation, allowed},
  )
}

function isAllowed(operation: OperationName, roles: readonly ShopRole[]): boolean {
  return PERMISSIONS[operation].roles.some((role) => roles.includes(role))
}

/** `an administrator or a cashier`. */
export function inWords(roles: readonly ShopRole[]): string {
  return roles.map((role) => `${/^[ae]/.test(role) ? 'an' : 'a'} ${role}`).join(' or ')
}
