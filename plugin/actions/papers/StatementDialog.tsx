import {Card, Dialog, Spinner, Stack, Text} from '@sanity/ui'
import {useRef, useState} from 'react'
import type {ReactNode} from 'react'
import {useCurrentLocale, useTranslation} from 'sanity'
import type {Statement} from '../../domain/statement.ts'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import type {PaperCustomer} from '../../printing/customer.ts'
import {paperCss} from '../../printing/paperCss.ts'
import {PrintFrame} from '../../printing/PrintFrame.tsx'
import type {PrintFrameHandle} from '../../printing/PrintFrame.tsx'
import {StatementPaper} from '../../printing/StatementPaper.tsx'
import {statementText} from '../../printing/statementText.ts'
import {useShopSettings} from '../../realtime/index.ts'
import type {ActionDialogProps} from '../shared/createDialogAction.tsx'
import {useKeepFocus} from '../shared/useKeepFocus.ts'
import {useShopFormat} from '../shared/useShop.ts'
import {PaperButtons} from './PaperButtons.tsx'
import {StatementPeriod} from './StatementPeriod.tsx'
import {useStatement, useUsualPeriod} from './useStatement.ts'

/** What a customer owes, drawn up for any days, live while it stands open. */
export default function StatementDialog({id, onClose}: ActionDialogProps) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const [period, setPeriod] = useState(useUsualPeriod())
  const {customer, statement, problem} = useStatement(id, period)
  if (customer !== undefined && statement !== undefined) {
    return (
      <ReadyStatement customer={customer} onClose={onClose} statement={statement}>
        <StatementPeriod onChange={setPeriod} period={period} />
      </ReadyStatement>
    )
  }
  return (
    <Dialog
      header={t('statement.title', {name: customer?.name ?? ''})}
      id="shop-statement-dialog"
      onClose={onClose}
      width={2}
    >
      <Stack gap={4} padding={4}>
        <StatementPeriod onChange={setPeriod} period={period} />
        {problem === undefined ? <Spinner muted /> : <Text size={1}>{t(problem)}</Text>}
      </Stack>
    </Dialog>
  )
}

function ReadyStatement(props: {
  statement: Statement
  customer: PaperCustomer
  onClose: () => void
  children: ReactNode
}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const locale = useCurrentLocale().id
  const format = useShopFormat()
  const shop = useShopSettings()
  const frame = useRef<PrintFrameHandle>(null)
  useKeepFocus()
  const {statement, customer} = props
  const title = t('statement.title', {name: customer.name})
  return (
    <Dialog
      data-testid="shop-statement-dialog"
      footer={
        <PaperButtons
          email={customer.email}
          message={() => ({
            subject: t('statement.subject', {shop: shop.name ?? ''}),
            text: statementText({statement, customer: customer.name, shop: shop.name}, format, t),
          })}
          phone={customer.phone}
          print={async () => frame.current?.print()}
        />
      }
      header={title}
      id="shop-statement-dialog"
      onClose={props.onClose}
      width={2}
    >
      <Stack gap={4} padding={4} paddingTop={2}>
        {props.children}
        <Card aria-label={title} border overflow="auto" role="region" tabIndex={0}>
          <PrintFrame
            css={(height) => paperCss('a4', height)}
            lang={locale}
            ref={frame}
            title={title}
          >
            <StatementPaper customer={customer} format={format} shop={shop} statement={statement} />
          </PrintFrame>
        </Card>
      </Stack>
    </Dialog>
  )
}
