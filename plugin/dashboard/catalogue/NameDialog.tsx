import {TextInput} from '@sanity/ui'
import {uuid} from '@sanity/uuid'
import {useId, useState} from 'react'
import {useTranslation} from 'sanity'
import {FormDialog} from '../../actions/shared/FormDialog.tsx'
import {useSubmission} from '../../actions/shared/useSubmission.ts'
import {Field, fieldAttributes} from '../../components/Field.tsx'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import type {ShopOperations} from '../../operations/commands.ts'
import {useSanityOperations} from '../../realtime/index.ts'
import type {CatalogueRow} from './catalogueRows.ts'

export type NameIntent =
  | {kind: 'create'; type: CatalogueRow['type']; parent?: CatalogueRow}
  | {kind: 'rename'; row: CatalogueRow}

/** Asks for the name of a new brand or category, or for another one. */
export function NameDialog({intent, onClose}: {intent: NameIntent; onClose: () => void}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const operations = useSanityOperations()
  const id = useId()
  const [key] = useState(() => uuid())
  const [typed, setTyped] = useState(intent.kind === 'rename' ? intent.row.name : '')
  const submission = useSubmission()
  const name = typed.trim()
  const error = submission.attempted && name === '' ? t('catalogue.name-missing') : undefined
  const carryOut =
    name === ''
      ? undefined
      : async () => {
          await saveName(operations, intent, name, key)
          onClose()
        }
  return (
    <FormDialog
      failureTitle={t('catalogue.not-saved')}
      name="name"
      onClose={onClose}
      onSubmit={() => void submission.submit(carryOut)}
      submission={submission}
      submitText={t('catalogue.save')}
      title={useTitle(intent)}
      width={0}
      workingText={t('form.working')}
    >
      <Field error={error} id={id} label={t('catalogue.column.name')}>
        <TextInput
          {...fieldAttributes(id, error)}
          autoFocus
          fontSize={2}
          onChange={({currentTarget: {value}}) => setTyped(value)}
          value={typed}
        />
      </Field>
    </FormDialog>
  )
}

function useTitle(intent: NameIntent): string {
  const {t} = useTranslation(SHOP_NAMESPACE)
  if (intent.kind === 'rename') return t('catalogue.rename-of', {name: intent.row.name})
  return intent.parent === undefined
    ? t(`catalogue.new.${intent.type}`)
    : t('catalogue.new-below-of', {name: intent.parent.name})
}

function saveName(
  {brands, categories}: ShopOperations,
  intent: NameIntent,
  name: string,
  key: string,
): Promise<unknown> {
  if (intent.kind === 'rename') {
    const {type, id} = intent.row
    return type === 'brand' ? brands.update(id, {name}) : categories.update(id, {name})
  }
  if (intent.type === 'brand') return brands.create({name, isActive: true}, key)
  const below =
    intent.parent === undefined
      ? {}
      : {parent: {_type: 'reference' as const, _ref: intent.parent.id}}
  return categories.create({name, isActive: true, ...below}, key)
}
