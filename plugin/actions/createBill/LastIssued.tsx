import {Button, Card, Flex, Stack, Text} from '@sanity/ui'
import {useToast} from '@sanity/ui/toast'
import {useEffect, useState} from 'react'
import {useTranslation} from 'sanity'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {useReceipts} from '../papers/receipts.tsx'
import {ISSUED_TOAST, recallIssued} from './lastIssued.ts'
import type {IssuedBill} from './lastIssued.ts'

/** At once, in the toasts' own terms. */
const AWAY_MS = 0.01

/** The bill before this one, out of its toast: that would lie on the button that issues the next. */
export function LastIssued() {
  const toast = useToast()
  const [issued] = useState(recallIssued)
  useEffect(() => {
    if (issued !== undefined) toast.push({id: ISSUED_TOAST, duration: AWAY_MS})
  }, [issued, toast])
  if (issued === undefined) return null
  return (
    <Card data-testid="shop-last-issued" padding={3} radius={3} tone="positive">
      <Stack gap={3}>
        <Text size={1} weight="medium">
          {issued.title}
        </Text>
        <IssuedWords issued={issued} />
      </Stack>
    </Card>
  )
}

/** Below its number: what it came to, the change to give, its receipt. */
export function IssuedWords({issued}: {issued: IssuedBill}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const receipts = useReceipts()
  return (
    <Stack gap={3}>
      <Text size={1}>{issued.description}</Text>
      {issued.change !== undefined && (
        <Text data-testid="shop-change-to-give" size={2} weight="semibold">
          {issued.change}
        </Text>
      )}
      <Flex>
        <Button
          data-testid="shop-open-receipt"
          fontSize={1}
          mode="ghost"
          onClick={() => receipts.open(issued.id)}
          padding={2}
          text={t('receipt.open')}
          type="button"
        />
      </Flex>
    </Stack>
  )
}
