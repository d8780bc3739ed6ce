import {useTranslation} from 'sanity'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {BillPaper} from '../../printing/BillPaper.tsx'
import {paperCss} from '../../printing/paperCss.ts'
import {UNDRAWN} from '../../printing/untilDrawn.ts'
import {useShopFormat} from '../shared/useShop.ts'
import {PrintManyDialog} from './PrintManyDialog.tsx'
import {usePrintedBill} from './usePrintedBill.ts'

export interface BillsDialogProps {
  /** Ids of bills. */
  ids: readonly string[]
  onClose: () => void
}

/** Bills on A4, each on pages of its own. */
export default function BillsDialog({ids, onClose}: BillsDialogProps) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  return (
    <PrintManyDialog
      css={paperCss('a4', 0)}
      onClose={onClose}
      title={t('print.bills', {count: ids.length})}
    >
      {ids.map((id) => (
        <OneBill id={id} key={id} />
      ))}
    </PrintManyDialog>
  )
}

function OneBill({id}: {id: string}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const format = useShopFormat()
  const loaded = usePrintedBill(id)
  if (loaded.state === 'ready') return <BillPaper {...loaded.printed} format={format} />
  return loaded.state === 'loading' ? <p {...UNDRAWN} /> : <p>{t('print.gone')}</p>
}
