import {Card, Dialog, Spinner, Stack, Text} from '@sanity/ui'
import {useRef} from 'react'
import {useCurrentLocale, useTranslation} from 'sanity'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {titleOf} from '../../printing/bill.ts'
import {BillPaper} from '../../printing/BillPaper.tsx'
import {paperCss} from '../../printing/paperCss.ts'
import {PrintFrame} from '../../printing/PrintFrame.tsx'
import type {PrintFrameHandle} from '../../printing/PrintFrame.tsx'
import {receiptText} from '../../printing/receiptText.ts'
import {useKeepFocus} from '../shared/useKeepFocus.ts'
import {useShopFormat} from '../shared/useShop.ts'
import {PaperButtons} from './PaperButtons.tsx'
import {usePaperSize} from './paperSize.ts'
import {usePrintedBill} from './usePrintedBill.ts'
import type {PrintedBill} from './usePrintedBill.ts'

export interface ReceiptDialogProps {
  /** A bill or a credit note. */
  id: string
  onClose: () => void
}

/** The paper as it will be printed, with the ways to hand it on. */
export default function ReceiptDialog({id, onClose}: ReceiptDialogProps) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const loaded = usePrintedBill(id)
  if (loaded.state === 'ready') return <ReadyReceipt onClose={onClose} printed={loaded.printed} />
  return (
    <Dialog
      header={t(loaded.state === 'loading' ? 'print.loading' : 'print.title', {number: ''})}
      id="shop-receipt-loading"
      onClose={onClose}
    >
      <Stack padding={4}>
        {loaded.state === 'loading' ? <Spinner muted /> : <Text size={1}>{t('print.gone')}</Text>}
      </Stack>
    </Dialog>
  )
}

function ReadyReceipt({printed, onClose}: {printed: PrintedBill; onClose: () => void}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const locale = useCurrentLocale().id
  const format = useShopFormat()
  const [size, setSize] = usePaperSize()
  useKeepFocus()
  const frame = useRef<PrintFrameHandle>(null)
  const {paper, customer, shop} = printed
  const title = t(`paper.title.${titleOf(printed)}`)
  const message = () => ({
    subject: t('print.subject', {title, number: paper.number, shop: shop.name ?? ''}),
    text: receiptText(printed, format, t),
  })
  return (
    <Dialog
      data-testid="shop-receipt-dialog"
      footer={
        <PaperButtons
          email={customer?.email}
          message={message}
          onSize={setSize}
          phone={customer?.phone}
          print={async () => frame.current?.print()}
          size={size}
        />
      }
      header={`${title} ${paper.number}`}
      id="shop-receipt-dialog"
      onClose={onClose}
      width={size === 'a4' ? 2 : 1}
    >
      {/* The frame takes no focus of its own: the keys scroll what is around it. */}
      <Card
        aria-label={`${title} ${paper.number}`}
        overflow="auto"
        padding={3}
        role="region"
        tabIndex={0}
        tone="transparent"
      >
        <PrintFrame
          css={(height) => paperCss(size, height)}
          lang={locale}
          ref={frame}
          title={`${title} ${paper.number}`}
        >
          <BillPaper {...printed} format={format} />
        </PrintFrame>
      </Card>
    </Dialog>
  )
}
