import {DocumentTextIcon} from '@sanity/icons/DocumentText'
import {Button, Card, Dialog, Flex, Stack, Text} from '@sanity/ui'
import {useRef, useState} from 'react'
import type {ReactNode} from 'react'
import {useCurrentLocale, useTranslation} from 'sanity'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {PrintFrame} from '../../printing/PrintFrame.tsx'
import type {PrintFrameHandle} from '../../printing/PrintFrame.tsx'
import {useKeepFocus} from '../shared/useKeepFocus.ts'

export interface PrintManyDialogProps {
  title: string
  /** Style sheet of the pages. */
  css: string
  /** What can be chosen before it is printed. */
  controls?: ReactNode
  onClose: () => void
  /** The papers, one below the other. */
  children: ReactNode
}

/** Many papers at once, as they will be printed; what is still being asked for is waited for. */
export function PrintManyDialog({title, css, controls, onClose, children}: PrintManyDialogProps) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const locale = useCurrentLocale().id
  const frame = useRef<PrintFrameHandle>(null)
  const [failed, setFailed] = useState(false)
  useKeepFocus()
  const print = () => {
    setFailed(false)
    frame.current?.print().catch(() => setFailed(true))
  }
  return (
    <Dialog
      data-testid="shop-print-many-dialog"
      footer={
        <Flex align="center" gap={3} justify="flex-end" padding={3}>
          {failed && (
            <Text role="alert" size={1}>
              {t('print.print-failed')}
            </Text>
          )}
          <Button
            autoFocus
            fontSize={1}
            icon={DocumentTextIcon}
            onClick={print}
            padding={3}
            text={t('print.print')}
            type="button"
          />
        </Flex>
      }
      header={title}
      id="shop-print-many-dialog"
      onClose={onClose}
      width={2}
    >
      <Stack gap={4} padding={4} paddingTop={2}>
        {controls}
        <Card aria-label={title} border overflow="auto" role="region" tabIndex={0}>
          <PrintFrame css={() => css} lang={locale} ref={frame} title={title}>
            {children}
          </PrintFrame>
        </Card>
      </Stack>
    </Dialog>
  )
}
