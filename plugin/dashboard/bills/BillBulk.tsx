import {DownloadIcon} from '@sanity/icons/Download'
import {CreditCardIcon} from '@sanity/icons/CreditCard'
import {DocumentTextIcon} from '@sanity/icons/DocumentText'
import {Box, Select} from '@sanity/ui'
import {uuid} from '@sanity/uuid'
import {useState} from 'react'
import {useTranslation} from 'sanity'
import {isOpen} from '../../domain/alerts.ts'
import type {BillBalance} from '../../domain/documents.ts'
import {billColumns, toBillRows} from '../../csv/bills.ts'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {useSanityOperations, useShopSettings} from '../../realtime/index.ts'
import {useDownloadCsv} from '../csv/DownloadCsv.tsx'
import {BulkButton} from '../table/BulkButton.tsx'
import type {PrintTask} from '../table/PrintTask.tsx'
import {useBulk} from '../table/useBulk.ts'
import {useRefusal} from '../table/useRefusal.ts'
import type {BillTableRow} from './billRows.ts'

const METHODS = ['cash', 'card', 'upi', 'bankTransfer', 'other'] as const
type Method = (typeof METHODS)[number]

export interface BillBulkProps {
  rows: readonly BillTableRow[]
  onPrint: (task: PrintTask) => void
}

/** What can be done with the chosen bills: take the payment of what each still owes, print them, write them into a file. */
export function BillBulk({rows, onPrint}: BillBulkProps) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const {currency} = useShopSettings()
  const {download, working} = useDownloadCsv()
  const held = rows.flatMap(({bill, balance}) => (bill === undefined ? [] : [{bill, balance}]))
  return (
    <>
      <PayOpen
        balances={rows.flatMap(({balance}) => (balance && isOpen(balance) ? [balance] : []))}
      />
      <BulkButton
        icon={DocumentTextIcon}
        onClick={(button) => onPrint({ids: rows.map(({id}) => id), button})}
        text={t('bulk.print')}
      />
      <BulkButton
        icon={DownloadIcon}
        onClick={() =>
          void download({
            fileName: 'bills',
            columns: billColumns(currency),
            rows: () => held.flatMap(({bill, balance}) => toBillRows(bill, balance)),
          })
        }
        refusal={held.length === 0 ? t('bulk.bills-not-held') : undefined}
        text={t('bulk.export')}
        working={working}
      />
    </>
  )
}

function PayOpen({balances}: {balances: readonly BillBalance[]}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const {bills} = useSanityOperations()
  const {start, working} = useBulk()
  const refusalOf = useRefusal()
  const [method, setMethod] = useState<Method>('cash')
  const nothing = balances.length === 0 ? t('bulk.nothing-open') : undefined
  const pay = () => {
    const keyed = balances.map((balance) => ({balance, key: uuid()}))
    start(keyed, ({balance, key}) =>
      bills.recordPayment({key, bill: balance.bill._ref, amount: balance.balance, method}),
    )
  }
  return (
    <>
      <Box>
        <Select
          aria-label={t('bulk.method')}
          fontSize={1}
          onChange={({currentTarget: {value}}) =>
            setMethod(METHODS.find((name) => name === value) ?? 'cash')
          }
          padding={2}
          value={method}
        >
          {METHODS.map((name) => (
            <option key={name} value={name}>
              {t(`analytics.method.${name}`)}
            </option>
          ))}
        </Select>
      </Box>
      <BulkButton
        icon={CreditCardIcon}
        onClick={pay}
        refusal={refusalOf('bills.recordPayment') ?? nothing}
        text={t('bulk.pay', {count: balances.length})}
        working={working}
      />
    </>
  )
}
