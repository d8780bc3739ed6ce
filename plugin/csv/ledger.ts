import type {StockTransaction} from '../domain/documents.ts'
import {currencyExponent, toDecimalText} from '../domain/money.ts'
import type {CsvColumn} from './writeCsv.ts'

/** The stock ledger, entry by entry. */
export function ledgerColumns(currency: string): CsvColumn<StockTransaction>[] {
  const decimals = currencyExponent(currency)
  return [
    {title: 'Occurred at', value: ({occurredAt}) => occurredAt},
    {title: 'Day', value: ({day}) => day},
    {title: 'Product', value: ({product}) => product._ref},
    {title: 'SKU', value: ({sku}) => sku},
    {title: 'Name', value: ({productName}) => productName},
    {title: 'Entry', numeric: true, value: ({sequence}) => sequence},
    {title: 'Kind', value: ({kind}) => kind},
    {
      title: 'Quantity',
      numeric: true,
      value: ({quantity, unit}) => toDecimalText(quantity, unit.decimals),
    },
    {
      title: 'Balance after',
      numeric: true,
      value: ({balanceAfter, unit}) => toDecimalText(balanceAfter, unit.decimals),
    },
    {title: 'Unit', value: ({unit}) => unit.name},
    {title: 'Unit decimals', numeric: true, value: ({unit}) => unit.decimals},
    {
      title: 'Unit cost',
      numeric: true,
      value: ({unitCost}) => toDecimalText(Math.round(unitCost), decimals),
    },
    {title: 'Value', numeric: true, value: ({value}) => toDecimalText(value, decimals)},
    {title: 'Reason', value: ({reason}) => reason},
    {title: 'Source', value: ({source}) => source?._ref},
    {title: 'By', value: ({actor}) => actor.name},
    {title: 'Written at', value: ({_createdAt}) => _createdAt},
  ]
}
