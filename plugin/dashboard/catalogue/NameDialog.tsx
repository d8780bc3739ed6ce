import {Button, Dialog, Flex, Stack, TextInput} from '@sanity/ui'
import {uuid} from '@sanity/uuid'
import {useId, useRef, useState} from 'react'
import type {FormEvent} from 'react'
import {useTranslation} from 'sanity'
import {FailureCard} from '../../actions/shared/FailureCard.tsx'
import {toFailure} from '../../actions/shared/toFailure.ts'
import type {Failure} from '../../actions/shared/toFailure.ts'
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
  const ids = {form: useId(), name: useId()}
  const form = useNameForm(intent, onClose)
  const error = form.isMissing ? t('catalogue.name-missing') : undefined
  const submit = (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation()
    void form.submit()
  }
  return (
    <Dialog
      footer={
        <Flex gap={2} justify="flex-end" padding={3}>
          <Button
            fontSize={1}
            mode="bleed"
            onClick={onClose}
            padding={3}
            text={t('bill-form.close')}
            type="button"
          />
          <Button
            disabled={form.working}
            fontSize={1}
            form={ids.form}
            loading={form.working}
            padding={3}
            text={t('catalogue.save')}
            type="submit"
          />
        </Flex>
      }
      header={useTitle(intent)}
      id="shop-name-dialog"
      onClose={onClose}
      width={0}
    >
      <form id={ids.form} noValidate onSubmit={submit}>
        <Stack gap={4} padding={4} paddingTop={2}>
          <Field error={error} id={ids.name} label={t('catalogue.column.name')}>
            <TextInput
              {...fieldAttributes(ids.name, error)}
              autoFocus
              fontSize={2}
              onChange={({currentTarget: {value}}) => form.setName(value)}
              value={form.name}
            />
          </Field>
          {form.failure !== undefined && (
            <FailureCard failure={form.failure} title={t('catalogue.not-saved')} />
          )}
        </Stack>
      </form>
    </Dialog>
  )
}

function useTitle(intent: NameIntent): string {
  const {t} = useTranslation(SHOP_NAMESPACE)
  if (intent.kind === 'rename') return t('catalogue.rename-of', {name: intent.row.name})
  return intent.parent === undefined
    ? t(`catalogue.new.${intent.type}`)
    : t('catalogue.new-below-of', {name: intent.parent.name})
}

function useNameForm(intent: NameIntent, onDone: () => void) {
  const operations = useSanityOperations()
  const [key] = useState(() => uuid())
  const [name, setName] = useState(intent.kind === 'rename' ? intent.row.name : '')
  const [attempted, setAttempted] = useState(false)
  const [working, setWorking] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const inFlight = useRef(false)
  const wanted = name.trim()

  const submit = async (): Promise<void> => {
    setAttempted(true)
    if (wanted === '' || inFlight.current) return
    inFlight.current = true
    setWorking(true)
    setFailure(undefined)
    try {
      await saveName(operations, intent, wanted, key)
      onDone()
    } catch (error) {
      setFailure(toFailure(error))
    } finally {
      inFlight.current = false
      setWorking(false)
    }
  }
  return {name, setName, isMissing: attempted && wanted === '', working, failure, submit}
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
