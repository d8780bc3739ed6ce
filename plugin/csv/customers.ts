import type {User} from '../domain/documents.ts'
import {currencyExponent, toDecimalText} from '../domain/money.ts'
import {users as userRules} from '../operations/catalogue.ts'
import {parseCommand} from '../operations/commandSchemas.ts'
import type {Changes} from '../operations/commands.ts'
import type {Cells} from './cells.ts'
import type {ImportShop, PlannedRow} from './importTypes.ts'
import {checkBy, pickChanged, requireCells, withoutEmpty} from './planRow.ts'
import type {CsvColumn} from './writeCsv.ts'

export const CUSTOMER_TITLES = {
  name: 'Name',
  phone: 'Phone',
  email: 'E-mail',
  address: 'Address',
  taxId: 'Tax id',
  creditLimit: 'Credit limit',
  notes: 'Notes',
  isActive: 'Active',
} as const

/** Customers as a file that `planCustomer` reads back. */
export function customerColumns({currency}: Pick<ImportShop, 'currency'>): CsvColumn<User>[] {
  const title = CUSTOMER_TITLES
  return [
    {title: title.name, value: ({name}) => name},
    {title: title.phone, value: ({phone}) => phone},
    {title: title.email, value: ({email}) => email},
    {title: title.address, value: ({address}) => address},
    {title: title.taxId, value: ({taxId}) => taxId},
    {
      title: title.creditLimit,
      numeric: true,
      value: ({creditLimit}) =>
        creditLimit === undefined
          ? undefined
          : toDecimalText(creditLimit, currencyExponent(currency)),
    },
    {title: title.notes, value: ({notes}) => notes},
    {title: title.isActive, value: ({isActive}) => (isActive ? 'yes' : 'no')},
  ]
}

/**
 * Plans rows of customers. A row is the customer with its e-mail address or its phone number; with neither, the one of
 * its name who has neither as well.
 */
export function createCustomerPlanner({users, currency}: ImportShop) {
  const known = new Map<string, User[]>()
  for (const user of users.values()) {
    if (user.role !== 'customer') continue
    for (const mark of marksOf(user)) known.set(mark, [...(known.get(mark) ?? []), user])
  }
  const lines = new Map<string, number>()

  return (line: number, cells: Cells): PlannedRow => {
    const title = CUSTOMER_TITLES
    const active = cells.yesNo(title.isActive)
    const fields: Changes<User> = {
      name: cells.text(title.name),
      phone: cells.text(title.phone),
      email: cells.text(title.email),
      address: cells.longText(title.address),
      taxId: cells.text(title.taxId),
      creditLimit: cells.money(title.creditLimit, currency),
      notes: cells.longText(title.notes),
      isActive: active === null ? true : active,
    }
    const label = fields.name ?? fields.email ?? fields.phone ?? ''
    const marks = marksOf(fields)
    checkRepeated(marks, lines, line, cells)
    const [existing, ...others] = new Set(marks.flatMap((mark) => known.get(mark) ?? []))
    if (others.length > 0) {
      cells.refuse('', 'customers-shared')
    }
    return existing === undefined
      ? planNew(line, label, fields, cells)
      : planChange(line, label, existing, fields, cells)
  }
}

/** What tells a customer from others, most certain first. */
function marksOf({name, phone, email}: Pick<Changes<User>, 'name' | 'phone' | 'email'>): string[] {
  const digits = (phone ?? '').replaceAll(/\D/g, '')
  const marks = [
    ...(email ? [`e-mail ${email.toLowerCase()}`] : []),
    ...(digits === '' ? [] : [`phone ${digits}`]),
  ]
  return marks.length > 0 || !name ? marks : [`name ${name.trim().toLowerCase()}`]
}

function checkRepeated(
  marks: readonly string[],
  lines: Map<string, number>,
  line: number,
  cells: Cells,
): void {
  for (const mark of marks) {
    const before = lines.get(mark)
    if (before === undefined) lines.set(mark, line)
    else if (before !== line) cells.refuse('', ...repeatedBy(mark, before))
  }
}

function repeatedBy(mark: string, line: number) {
  const [, kind = '', value = ''] = /^(\S+) (.*)$/s.exec(mark) ?? []
  const name =
    kind === 'e-mail' ? 'repeated-email' : kind === 'phone' ? 'repeated-phone' : 'repeated-name'
  return [name, {line, value}] as const
}

function planNew(line: number, label: string, fields: Changes<User>, cells: Cells): PlannedRow {
  requireCells(fields, ['name'], CUSTOMER_TITLES, cells)
  const parse = () => parseCommand(userRules.creation, withoutEmpty(fields))
  const made = checkBy(parse, CUSTOMER_TITLES, cells)
  const {issues} = cells
  if (made === undefined || issues.length > 0) return {line, label, action: 'refused', issues}
  return {line, label, action: 'create', issues, command: {type: 'createUser', fields: made}}
}

function planChange(
  line: number,
  label: string,
  existing: User,
  fields: Changes<User>,
  cells: Cells,
): PlannedRow {
  const {issues} = cells
  if (fields.name === null) cells.refuse(CUSTOMER_TITLES.name, 'required')
  const changed = pickChanged(fields, existing)
  checkBy(() => parseCommand(userRules.change, changed), CUSTOMER_TITLES, cells)
  if (issues.length > 0) return {line, label, action: 'refused', issues}
  if (Object.keys(changed).length === 0) return {line, label, action: 'unchanged', issues}
  const command = {type: 'updateUser' as const, id: existing._id, fields: changed}
  return {line, label, action: 'update', issues, command}
}
