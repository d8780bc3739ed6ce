import {Box, TextInput} from '@sanity/ui'
import {useId, useState} from 'react'
import {useTranslation} from 'sanity'
import {Field} from '../../components/Field.tsx'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {LabelSheet} from '../../printing/LabelSheet.tsx'
import {labelCss} from '../../printing/paperCss.ts'
import {useShopSnapshot} from '../../realtime/index.ts'
import {useShopFormat} from '../shared/useShop.ts'
import {PrintManyDialog} from './PrintManyDialog.tsx'

const MOST_COPIES = 99

export interface LabelsDialogProps {
  /** Ids of products. */
  ids: readonly string[]
  onClose: () => void
}

/** Labels for the shelf: name, price and a barcode that the till's scanner reads. */
export default function LabelsDialog({ids, onClose}: LabelsDialogProps) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const format = useShopFormat()
  const products = useShopSnapshot((snapshot) => snapshot.products)
  const [typed, setTyped] = useState('1')
  const id = useId()
  const copies = Math.min(Math.max(Math.trunc(Number(typed)) || 1, 1), MOST_COPIES)
  return (
    <PrintManyDialog
      controls={
        <Box style={{maxWidth: 160}}>
          <Field id={id} label={t('labels.copies')}>
            <TextInput
              fontSize={1}
              id={id}
              max={MOST_COPIES}
              min={1}
              onChange={(event) => setTyped(event.currentTarget.value)}
              padding={2}
              type="number"
              value={typed}
            />
          </Field>
        </Box>
      }
      css={labelCss()}
      onClose={onClose}
      title={t('labels.title')}
    >
      <LabelSheet
        copies={copies}
        format={format}
        products={ids.flatMap((product) => products.get(product) ?? [])}
      />
    </PrintManyDialog>
  )
}
