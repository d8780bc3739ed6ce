import type {PaymentMethod, Product, ServiceType} from '../../domain/documents.ts'
import {formatMoneyInput} from '../../domain/money.ts'
import {formatQuantityInput, parseQuantity} from '../../domain/quantity.ts'

/** A line as typed: texts, so that nothing a person wrote is lost or changed under the cursor. */
export interface FormLine {
  id: string
  /** Product id; absent: a free line. */
  product?: string
  name: string
  quantity: string
  price: string
  /** `5.00` or `10%`. */
  discount: string
}

export interface FormPayment {
  id: string
  method: PaymentMethod
  amount: string
}

/** The bill being made. `key` is made when the form opens: issuing it twice gives one bill. */
export interface BillForm {
  key: string
  customer?: string
  lines: readonly FormLine[]
  discount: string
  payments: readonly FormPayment[]
  /** What becomes of more money than is due. */
  overpayment: 'change' | 'credit'
  /** The parked sale that this bill issues. */
  draft?: string
  dueDate: string
  serviceType: ServiceType
  notes: string
}

export type BillFormAction =
  | {type: 'addProduct'; id: string; product: Product; currency: string}
  | {type: 'addFreeLine'; id: string}
  | {type: 'editLine'; id: string; change: Partial<Omit<FormLine, 'id' | 'product'>>}
  | {type: 'removeLine'; id: string}
  | {type: 'addPayment'; id: string; method: PaymentMethod; amount: string}
  | {type: 'editPayment'; id: string; change: Partial<Omit<FormPayment, 'id'>>}
  | {type: 'removePayment'; id: string}
  | {type: 'setCustomer'; customer: string | undefined}
  | {
      type: 'edit'
      change: Partial<
        Pick<BillForm, 'discount' | 'dueDate' | 'serviceType' | 'notes' | 'overpayment'>
      >
    }
  | {type: 'forgetDraft'}
  | {type: 'replace'; form: BillForm}

export function emptyBillForm(key: string, customer?: string): BillForm {
  return {
    key,
    ...(customer === undefined ? {} : {customer}),
    lines: [],
    discount: '',
    payments: [],
    overpayment: 'change',
    dueDate: '',
    serviceType: 'sale',
    notes: '',
  }
}

/** Whether there is anything worth keeping when the dialog closes. */
export function hasContent(form: BillForm): boolean {
  return form.lines.length > 0 || form.notes.trim() !== '' || form.draft !== undefined
}

export function billFormReducer(form: BillForm, action: BillFormAction): BillForm {
  switch (action.type) {
    case 'addProduct':
      return {...form, lines: addProduct(form.lines, action)}
    case 'addFreeLine':
      return {...form, lines: [...form.lines, freeLine(action.id)]}
    case 'editLine':
      return {...form, lines: change(form.lines, action.id, action.change)}
    case 'removeLine':
      return {...form, lines: form.lines.filter(({id}) => id !== action.id)}
    case 'addPayment': {
      const {id, method, amount} = action
      return {...form, payments: [...form.payments, {id, method, amount}]}
    }
    case 'editPayment':
      return {...form, payments: change(form.payments, action.id, action.change)}
    case 'removePayment':
      return {...form, payments: form.payments.filter(({id}) => id !== action.id)}
    case 'setCustomer': {
      const {customer: _before, ...rest} = form
      return action.customer === undefined ? rest : {...rest, customer: action.customer}
    }
    case 'edit':
      return {...form, ...action.change}
    case 'forgetDraft': {
      const {draft: _gone, ...rest} = form
      return rest
    }
    case 'replace':
      return action.form
  }
}

/** The same product scanned again raises its quantity by one whole unit. */
function addProduct(
  lines: readonly FormLine[],
  {id, product, currency}: Extract<BillFormAction, {type: 'addProduct'}>,
): readonly FormLine[] {
  const whole = 10 ** product.unit.decimals
  const line = lines.find((candidate) => candidate.product === product._id)
  const quantity = line && parseQuantity(line.quantity, product.unit)
  if (line !== undefined && quantity !== undefined) {
    return change(lines, line.id, {quantity: plain(quantity + whole, product.unit)})
  }
  return [
    ...lines,
    {
      id,
      product: product._id,
      name: product.name,
      quantity: '1',
      price: formatMoneyInput(product.price, currency),
      discount: '',
    },
  ]
}

/** 2 rather than 2.000, 1.5 rather than 1.500. */
export function plain(quantity: number, unit: {decimals: number}): string {
  const text = formatQuantityInput(quantity, unit)
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text
}

function freeLine(id: string): FormLine {
  return {id, name: '', quantity: '1', price: '', discount: ''}
}

function change<T extends {id: string}>(
  items: readonly T[],
  id: string,
  changes: Partial<Omit<T, 'id'>>,
): readonly T[] {
  return items.map((item) => (item.id === id ? {...item, ...changes} : item))
}
