import {Card, Text, TextInput} from '@sanity/ui'
import {useId, useRef} from 'react'
import {useTranslation} from 'sanity'
import {Field} from '../../components/Field.tsx'
import type {Product} from '../../domain/documents.ts'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {FormDialog} from '../shared/FormDialog.tsx'
import {ProductEntry} from '../shared/ProductEntry.tsx'
import {Restored} from '../shared/Restored.tsx'
import {SheetLines} from './SheetLines.tsx'
import {useSheet} from './useSheet.ts'
import type {SheetStart, SheetState} from './useSheet.ts'

export interface StockSheetDialogProps extends SheetStart {
  onClose: () => void
}

/** Receive goods, send them back, or count: one product or many, by search or scanner, saved all together. */
export default function StockSheetDialog({onClose, ...start}: StockSheetDialogProps) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const state = useSheet(start, onClose)
  const {sheet, dispatch, read, submission} = state
  const search = useRef<HTMLInputElement>(null)
  const {mode} = sheet
  const add = (product: Product) => dispatch({type: 'add', product, now: new Date().toISOString()})
  return (
    <FormDialog
      failureTitle={t('stock-form.error.title')}
      hint={t('sheet.keys')}
      name={`${mode}-stock`}
      onClose={onClose}
      onSubmit={state.save}
      submission={submission}
      submitText={t(`sheet.${mode}.submit`)}
      title={t(`sheet.${mode}.title`)}
      width={2}
      workingText={t('form.working')}
    >
      {state.restored && <Restored onStartOver={state.startOver} text={t('sheet.restored')} />}
      <ProductEntry inputRef={search} onPick={add} trackedOnly />
      <SheetLines onRemoved={() => search.current?.focus()} state={state} />
      {submission.attempted && read.error !== undefined && (
        <Card padding={3} radius={2} role="alert" tone="critical">
          <Text size={1}>{t(read.error.key)}</Text>
        </Card>
      )}
      <Notes state={state} />
    </FormDialog>
  )
}

function Notes({state: {sheet, dispatch}}: {state: SheetState}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const ids = {reference: useId(), reason: useId()}
  return (
    <>
      {sheet.mode !== 'count' && (
        <Field id={ids.reference} label={t('sheet.reference')}>
          <TextInput
            fontSize={1}
            id={ids.reference}
            onChange={(event) =>
              dispatch({type: 'set', change: {reference: event.currentTarget.value}})
            }
            padding={2}
            placeholder={t('sheet.reference-hint')}
            value={sheet.reference}
          />
        </Field>
      )}
      <Field id={ids.reason} label={t('sheet.reason')}>
        <TextInput
          fontSize={1}
          id={ids.reason}
          onChange={(event) => dispatch({type: 'set', change: {reason: event.currentTarget.value}})}
          padding={2}
          placeholder={t(`sheet.${sheet.mode}.reason-hint`)}
          value={sheet.reason}
        />
      </Field>
    </>
  )
}
