import {Flex, Stack, Text, TextInput} from '@sanity/ui'
import {useState} from 'react'
import {useTranslation} from 'sanity'
import {useShopReady} from '../../actions/shared/useShop.ts'
import {Field} from '../../components/Field.tsx'
import {Panel} from '../../components/Panel.tsx'
import {billColumns} from '../../csv/bills.ts'
import {customerColumns} from '../../csv/customers.ts'
import {dayBookColumns} from '../../csv/dayBook.ts'
import {ledgerColumns} from '../../csv/ledger.ts'
import {stockColumns} from '../../csv/openingStock.ts'
import {productColumns} from '../../csv/products.ts'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {useShopFigures, useShopSettings, useShopStore} from '../../realtime/index.ts'
import {DownloadCsv} from './DownloadCsv.tsx'
import {useHistoryRows} from './useHistoryRows.ts'

/** What the shop holds as files: the catalogue as it is, papers and ledger of some days. */
export function ExportPanel() {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const ready = useShopReady()
  const today = useShopFigures(({day}) => day)
  const [days, setDays] = useState<{from: string; to: string}>()
  const {from, to} = days ?? {from: `${today.slice(0, 8)}01`, to: today}
  const rows = useHistoryRows({from, to})
  return (
    <Panel auto title={t('csv.export.title')}>
      <Stack gap={4} padding={3}>
        <Text muted size={1}>
          {t('csv.export.intro')}
        </Text>
        {ready && <CatalogueButtons customers={rows.customers} />}
        <Flex align="flex-end" gap={3} wrap="wrap">
          <DayField
            label={t('csv.export.from')}
            onChange={(day) => setDays({from: day, to})}
            value={from}
          />
          <DayField
            label={t('csv.export.to')}
            onChange={(day) => setDays({from, to: day})}
            value={to}
          />
          {ready && <HistoryButtons rows={rows} />}
        </Flex>
      </Stack>
    </Panel>
  )
}

function DayField(props: {label: string; value: string; onChange: (day: string) => void}) {
  const id = `shop-export-${props.label}`
  return (
    <Field id={id} label={props.label}>
      <TextInput
        fontSize={1}
        id={id}
        onChange={(event) => {
          // a date that is being typed is empty until it is one
          if (event.currentTarget.value !== '') props.onChange(event.currentTarget.value)
        }}
        padding={2}
        type="date"
        value={props.value}
      />
    </Field>
  )
}

type HistoryRows = ReturnType<typeof useHistoryRows>

function CatalogueButtons({customers}: Pick<HistoryRows, 'customers'>) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const store = useShopStore()
  const {currency} = useShopSettings()
  return (
    <Flex gap={2} wrap="wrap">
      <DownloadCsv
        columns={() => productColumns({...store.getSnapshot(), currency})}
        fileName="products"
        rows={() => sorted(store.getSnapshot().products, ({sku}) => sku)}
        text={t('csv.kind.products')}
      />
      <DownloadCsv
        columns={() => stockColumns({...store.getSnapshot(), currency})}
        fileName="stock"
        rows={() => sorted(store.getSnapshot().stockLevels, ({product}) => product._ref)}
        text={t('csv.export.stock')}
      />
      <DownloadCsv
        columns={customerColumns({currency})}
        fileName="customers"
        rows={customers}
        text={t('csv.kind.customers')}
      />
    </Flex>
  )
}

function sorted<T>(documents: ReadonlyMap<string, T>, by: (document: T) => string): T[] {
  return [...documents.values()].toSorted((a, b) => (by(a) < by(b) ? -1 : 1))
}

function HistoryButtons({rows}: {rows: HistoryRows}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const {currency} = useShopSettings()
  return (
    <Flex gap={2} wrap="wrap">
      <DownloadCsv
        columns={billColumns(currency)}
        fileName="bills"
        rows={rows.bills}
        text={t('csv.export.bills')}
      />
      <DownloadCsv
        columns={ledgerColumns(currency)}
        fileName="ledger"
        rows={rows.ledger}
        text={t('csv.export.ledger')}
      />
      <DownloadCsv
        columns={dayBookColumns(currency)}
        fileName="day-book"
        rows={rows.dayBook}
        text={t('csv.export.dayBook')}
      />
    </Flex>
  )
}
