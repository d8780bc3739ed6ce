import {DocumentTextIcon} from '@sanity/icons/DocumentText'
import {useTranslation} from 'sanity'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {BulkButton} from '../table/BulkButton.tsx'
import type {PrintTask} from '../table/PrintTask.tsx'
import type {CustomerTableRow} from './customerRows.ts'

export interface CustomerBulkProps {
  rows: readonly CustomerTableRow[]
  onPrint: (task: PrintTask) => void
}

/** What can be done with the chosen customers: print their statements. */
export function CustomerBulk({rows, onPrint}: CustomerBulkProps) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  return (
    <BulkButton
      icon={DocumentTextIcon}
      onClick={(button) => onPrint({ids: rows.map(({id}) => id), button})}
      text={t('bulk.statements')}
    />
  )
}
