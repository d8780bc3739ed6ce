import {Button, Card, Flex, Stack, Text, TextInput} from '@sanity/ui'
import {uuid} from '@sanity/uuid'
import {useId, useState} from 'react'
import type {KeyboardEvent} from 'react'
import {useTranslation} from 'sanity'
import {Field, fieldAttributes} from '../../components/Field.tsx'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {useSanityOperations} from '../../realtime/index.ts'
import {FailureCard} from './FailureCard.tsx'
import {useSubmission} from './useSubmission.ts'

export interface NewCustomerFieldsProps {
  /** What was typed into the search: a name, or a telephone number. */
  known: string
  onCreated: (customer: string) => void
  onCancel: () => void
}

const looksLikePhone = (text: string) => /^\+?[\d ()./-]{4,24}$/.test(text)

/** A new customer without leaving the till: a name and a telephone number. */
export function NewCustomerFields({known, onCreated, onCancel}: NewCustomerFieldsProps) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const {users} = useSanityOperations()
  const [key] = useState(() => uuid())
  const [name, setName] = useState(looksLikePhone(known) ? '' : known)
  const [phone, setPhone] = useState(looksLikePhone(known) ? known : '')
  const submission = useSubmission()
  const ids = {name: useId(), phone: useId()}
  const nameError =
    submission.attempted && name.trim() === '' ? t('new-customer.error.name') : undefined
  const phoneWrong = phone.trim() !== '' && !looksLikePhone(phone.trim())
  const phoneError = phoneWrong ? t('new-customer.error.phone') : undefined
  const isComplete = name.trim() !== '' && !phoneWrong
  const save = () =>
    void submission.submit(
      isComplete
        ? async () => {
            const reach = phone.trim() === '' ? {} : {phone: phone.trim()}
            const user = await users.create(
              {name: name.trim(), role: 'customer', isActive: true, ...reach},
              key,
            )
            onCreated(user._id)
          }
        : undefined,
    )
  // Enter saves the customer and does not issue the bill around it; Escape goes back to the search, not out of the till.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    if (event.target instanceof HTMLButtonElement && event.key === 'Enter') return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Enter') save()
    else onCancel()
  }
  return (
    <Card
      aria-label={t('new-customer.title')}
      border
      onKeyDown={onKeyDown}
      padding={3}
      radius={2}
      role="group"
    >
      <Stack gap={3}>
        <Text size={1} weight="medium">
          {t('new-customer.title')}
        </Text>
        <Field error={nameError} id={ids.name} label={t('new-customer.name')}>
          <TextInput
            {...fieldAttributes(ids.name, nameError)}
            autoComplete="off"
            autoFocus={name === ''}
            fontSize={1}
            onChange={(event) => setName(event.currentTarget.value)}
            padding={2}
            value={name}
          />
        </Field>
        <Field error={phoneError} id={ids.phone} label={t('new-customer.phone')}>
          <TextInput
            {...fieldAttributes(ids.phone, phoneError)}
            autoComplete="off"
            autoFocus={name !== ''}
            fontSize={1}
            inputMode="tel"
            onChange={(event) => setPhone(event.currentTarget.value)}
            padding={2}
            value={phone}
          />
        </Field>
        {submission.failure !== undefined && (
          <FailureCard failure={submission.failure} title={t('new-customer.failed')} />
        )}
        <Flex gap={2} justify="flex-end">
          <Button
            fontSize={1}
            mode="bleed"
            onClick={onCancel}
            padding={2}
            text={t('new-customer.cancel')}
            type="button"
          />
          <Button
            disabled={submission.working}
            fontSize={1}
            loading={submission.working}
            onClick={save}
            padding={2}
            text={t('new-customer.save')}
            type="button"
          />
        </Flex>
      </Stack>
    </Card>
  )
}
