import {useState} from 'react'
import {useTranslation} from 'sanity'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {paperCss} from '../../printing/paperCss.ts'
import {StatementPaper} from '../../printing/StatementPaper.tsx'
import {UNDRAWN} from '../../printing/untilDrawn.ts'
import {useShopSettings} from '../../realtime/index.ts'
import {useShopFormat} from '../shared/useShop.ts'
import {PrintManyDialog} from './PrintManyDialog.tsx'
import {StatementPeriod} from './StatementPeriod.tsx'
import {useStatement, useUsualPeriod} from './useStatement.ts'
import type {Period} from './useStatement.ts'

export interface StatementsDialogProps {
  /** Ids of users. */
  ids: readonly string[]
  onClose: () => void
}

/** Statements of several customers over the same days, each on pages of its own. */
export default function StatementsDialog({ids, onClose}: StatementsDialogProps) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const [period, setPeriod] = useState(useUsualPeriod())
  return (
    <PrintManyDialog
      controls={<StatementPeriod onChange={setPeriod} period={period} />}
      css={paperCss('a4', 0)}
      onClose={onClose}
      title={t('print.statements', {count: ids.length})}
    >
      {ids.map((id) => (
        <OneStatement id={id} key={id} period={period} />
      ))}
    </PrintManyDialog>
  )
}

function OneStatement({id, period}: {id: string; period: Period}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const format = useShopFormat()
  const shop = useShopSettings()
  const {customer, statement, problem} = useStatement(id, period)
  if (problem !== undefined) return <p>{t(problem)}</p>
  if (customer === undefined || statement === undefined) return <p {...UNDRAWN} />
  return <StatementPaper customer={customer} format={format} shop={shop} statement={statement} />
}
