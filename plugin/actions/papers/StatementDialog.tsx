import {Box, Card, Dialog, Flex, Spinner, Stack, Text, TextInput} from '@sanity/ui'
import {useId, useRef, useState} from 'react'
import type {ReactNode} from 'react'
import {useCurrentLocale, useTranslation} from 'sanity'
import {Field} from '../../components/Field.tsx'
import {addDays, isDay} from '../../domain/calendar.ts'
import type {User} from '../../domain/documents.ts'
import {InvalidCommandError} from '../../domain/errors.ts'
import {buildStatement, readStatementRecords} from '../../domain/statement.ts'
import type {Statement, StatementRecords} from '../../domain/statement.ts'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {paperCss} from '../../printing/paperCss.ts'
import {PrintFrame} from '../../printing/PrintFrame.tsx'
import type {PrintFrameHandle} from '../../printing/PrintFrame.tsx'
import {StatementPaper} from '../../printing/StatementPaper.tsx'
import {statementText} from '../../printing/statementText.ts'
import {statementOfCustomerQuery} from '../../domain/queries.ts'
import {
  useDocument,
  useListeningQuery,
  useShopSettings,
  useShopSnapshot,
} from '../../realtime/index.ts'
import type {ActionDialogProps} from '../shared/createDialogAction.tsx'
import {useKeepFocus} from '../shared/useKeepFocus.ts'
import {useShopFormat} from '../shared/useShop.ts'
import {PaperButtons} from './PaperButtons.tsx'

const USUAL_DAYS = 90

type Records = {records: StatementRecords} | {problem: string}

/** What a customer owes, drawn up for any days, live while it stands open. */
export default function StatementDialog({id, onClose}: ActionDialogProps) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const customer = useDocument('user', id)
  const {timeZone} = useShopSettings()
  const today = useShopSnapshot(({figures}) => figures.day)
  const [period, setPeriod] = useState({from: addDays(today, -USUAL_DAYS), to: today})
  const {data} = useListeningQuery<Records>(statementOfCustomerQuery, {
    params: {customer: id},
    parse: readRecords,
    options: {tag: 'shop.statement'},
  })
  const isPeriod = isDay(period.from) && isDay(period.to) && period.from <= period.to
  const statement =
    isPeriod && data !== null && 'records' in data
      ? buildStatement(data.records, {...period, timeZone})
      : undefined
  const note = noteOf(data, isPeriod)
  if (customer !== undefined && statement !== undefined) {
    return (
      <ReadyStatement customer={customer} onClose={onClose} statement={statement}>
        <Period onChange={setPeriod} period={period} />
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
        <Period onChange={setPeriod} period={period} />
        {note === undefined ? <Spinner muted /> : <Text size={1}>{t(note)}</Text>}
      </Stack>
    </Dialog>
  )
}

interface Days {
  from: string
  to: string
}

function ReadyStatement(props: {
  statement: Statement
  customer: User
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

function Period({period, onChange}: {period: Days; onChange: (period: Days) => void}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const id = useId()
  return (
    <Flex gap={3}>
      {(['from', 'to'] as const).map((end) => (
        <Box flex={1} key={end}>
          <Field id={`${id}-${end}`} label={t(`statement.${end}`)}>
            <TextInput
              fontSize={1}
              id={`${id}-${end}`}
              onChange={(event) => onChange({...period, [end]: event.currentTarget.value})}
              padding={2}
              type="date"
              value={period[end]}
            />
          </Field>
        </Box>
      ))}
    </Flex>
  )
}

/** A malformed paper is told in words; a statement without it would be wrong. */
function readRecords(answer: unknown): Records {
  try {
    return {records: readStatementRecords(answer)}
  } catch (error) {
    if (error instanceof InvalidCommandError) return {problem: error.message}
    throw error
  }
}

function noteOf(data: Records | null, isPeriod: boolean): string | undefined {
  if (!isPeriod) return 'statement.wrong-period'
  return data !== null && 'problem' in data ? data.problem : undefined
}
