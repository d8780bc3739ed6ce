import {Box} from '@sanity/ui'
import {useCallback, useMemo, useState} from 'react'
import {useTranslation} from 'sanity'
import {StatementsDialog} from '../../actions/papers/StatementsDialog.lazy.ts'
import {useShopFormat} from '../../actions/shared/useShop.ts'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {useShopSnapshot} from '../../realtime/index.ts'
import {Guarded} from '../Guarded.tsx'
import type {Column} from '../table/columns.ts'
import {createRowCache} from '../table/rowCache.ts'
import {PrintTaskDialog} from '../table/PrintTask.tsx'
import type {PrintTask} from '../table/PrintTask.tsx'
import {TableView} from '../table/TableView.tsx'
import {AgingPanel} from './AgingPanel.tsx'
import {CustomerBulk} from './CustomerBulk.tsx'
import {CustomerActions, CustomerDialog} from './CustomerActions.tsx'
import type {CustomerTask} from './CustomerActions.tsx'
import {CUSTOMER_STATES, customerRows} from './customerRows.ts'
import type {CustomerTableRow} from './customerRows.ts'

/** All customers with what they owe. */
export default function CustomersView() {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const stateLabel = useCallback((state: string) => t(`customers.state.${state}`), [t])
  const users = useShopSnapshot((snapshot) => snapshot.users)
  const billBalances = useShopSnapshot((snapshot) => snapshot.billBalances)
  const day = useShopSnapshot(({figures}) => figures.day)
  const [cache] = useState(() => createRowCache<CustomerTableRow>())
  const rows = useMemo(
    () => customerRows({users, billBalances}, day, cache),
    [users, billBalances, day, cache],
  )
  const [task, setTask] = useState<CustomerTask>()
  const [printing, setPrinting] = useState<PrintTask>()
  const columns = useCustomerColumns(setTask)
  return (
    <>
      <Box padding={[3, 3, 4]} paddingBottom={0}>
        <Guarded title={t('customers.aging')}>
          <AgingPanel />
        </Guarded>
      </Box>
      <TableView
        renderBulk={(chosen) => <CustomerBulk onPrint={setPrinting} rows={chosen} />}
        columns={columns}
        defaultSort="name"
        emptyHint={t('customers.empty.hint')}
        emptyTitle={t('customers.empty.title')}
        rows={rows}
        searchLabel={t('customers.search')}
        stateLabel={stateLabel}
        states={CUSTOMER_STATES}
        stateTitle={t('customers.column.state')}
        title={t('dashboard.view.customers')}
      />
      <PrintTaskDialog
        Dialog={StatementsDialog}
        onDone={() => setPrinting(undefined)}
        task={printing}
      />
      {task !== undefined && <CustomerDialog onClose={() => setTask(undefined)} task={task} />}
    </>
  )
}

function useCustomerColumns(
  onOpen: (task: CustomerTask) => void,
): readonly Column<CustomerTableRow>[] {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const format = useShopFormat()
  return useMemo(
    () => [
      {name: 'name', title: t('customers.column.name'), value: ({user}) => user.name},
      {name: 'phone', title: t('customers.column.phone'), value: ({user}) => user.phone ?? ''},
      {
        name: 'open',
        title: t('customers.column.open'),
        numeric: true,
        value: ({open}) => open,
        render: ({open}) => format.money(open),
      },
      {
        name: 'overdue',
        title: t('customers.column.overdue'),
        numeric: true,
        value: ({overdue}) => overdue,
        render: ({overdue}) => format.money(overdue),
      },
      {
        name: 'limit',
        title: t('customers.column.limit'),
        numeric: true,
        value: ({user}) => user.creditLimit ?? 0,
        render: ({user}) => (user.creditLimit === undefined ? '–' : format.money(user.creditLimit)),
      },
      {
        name: 'bills',
        title: t('customers.column.bills'),
        numeric: true,
        value: ({bills}) => bills,
      },
      {
        name: 'last',
        title: t('customers.column.last'),
        value: ({last}) => last,
        render: ({last}) => (last === '' ? '–' : format.day(last)),
      },
      {
        name: 'do',
        title: t('customers.column.do'),
        value: ({user}) => user.name,
        render: ({user}) => <CustomerActions onOpen={onOpen} user={user} />,
      },
    ],
    [t, format, onOpen],
  )
}
