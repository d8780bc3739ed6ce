import {CloseIcon} from '@sanity/icons/Close'
import {UserIcon} from '@sanity/icons/User'
import {Button, Card, Flex, Stack, Text} from '@sanity/ui'
import {useState} from 'react'
import {useTranslation} from 'sanity'
import {SearchPicker} from '../../components/SearchPicker.tsx'
import type {User} from '../../domain/documents.ts'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {NewCustomerFields} from './NewCustomerFields.tsx'
import {searchCustomers} from './pickers.ts'
import type {CustomerOption} from './pickers.ts'
import {useDocument, useShopSnapshot} from '../../realtime/index.ts'

export interface CustomerPickerProps {
  id: string
  customer: string | undefined
  onChange: (customer: string | undefined) => void
}

/** The customer of a bill; none is a walk-in. */
export function CustomerPicker({id, customer, onChange}: CustomerPickerProps) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const users = useShopSnapshot((snapshot) => snapshot.users)
  const [isNew, setIsNew] = useState<string>()
  if (isNew !== undefined && customer === undefined) {
    return (
      <NewCustomerFields
        known={isNew}
        onCancel={() => setIsNew(undefined)}
        onCreated={(created) => {
          setIsNew(undefined)
          onChange(created)
        }}
      />
    )
  }
  if (customer !== undefined) {
    return <Chosen customer={customer} onClear={() => onChange(undefined)} />
  }
  return (
    <SearchPicker
      create={{
        label: (query) => t('picker.customer.new', {query}),
        onCreate: setIsNew,
      }}
      emptyText={(query) => t('picker.customer.empty', {query})}
      id={id}
      label={t('picker.customer.label')}
      onPick={(option: CustomerOption) => onChange(option.id)}
      placeholder={t('picker.customer.placeholder')}
      renderOption={({user}) => <Option user={user} />}
      search={(query) => searchCustomers(users, query)}
      testId="shop-customer-search"
    />
  )
}

function Chosen({customer, onClear}: {customer: string; onClear: () => void}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const user = useDocument('user', customer)
  return (
    <Card border paddingLeft={3} radius={2}>
      <Flex align="center" gap={2}>
        <Text size={1}>
          <UserIcon />
        </Text>
        <Text size={1} style={{flex: 1}} textOverflow="ellipsis" weight="medium">
          {[user?.name ?? customer, user?.phone].filter(Boolean).join(' · ')}
        </Text>
        <Button
          aria-label={t('picker.customer.clear')}
          icon={CloseIcon}
          mode="bleed"
          onClick={onClear}
          padding={3}
          title={t('picker.customer.clear')}
          type="button"
        />
      </Flex>
    </Card>
  )
}

function Option({user}: {user: User}) {
  return (
    <Stack gap={2}>
      <Text size={1} textOverflow="ellipsis" weight="medium">
        {user.name}
      </Text>
      <Text muted size={0}>
        {[user.phone, user.email].filter(Boolean).join(' · ')}
      </Text>
    </Stack>
  )
}
