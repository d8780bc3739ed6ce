import {Button, Flex, Stack, Text} from '@sanity/ui'
import {useToast} from '@sanity/ui/toast'
import {useTranslation} from 'sanity'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import type {CreateBillCommand} from '../../operations/commands.ts'
import {useSanityOperations} from '../../realtime/index.ts'
import {useReceipts} from '../papers/receipts.tsx'
import {useShopFormat} from '../shared/useShop.ts'

/** Long enough to count the change and hand over the receipt. */
const RECEIPT_MS = 20_000

/** Issues the bill, then says so with the change to give, the receipt and what the cashier should know. */
export function useIssueBill() {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const toast = useToast()
  const format = useShopFormat()
  const receipts = useReceipts()
  const {bills} = useSanityOperations()
  return async (command: CreateBillCommand, change: number): Promise<void> => {
    const {bill, warnings} = await bills.create(command)
    const total = format.money(bill.totals.total)
    const customer = bill.customerName ?? t('bill.walk-in')
    const gives = change > 0 && command.overpayment === 'change'
    toast.push({
      id: `shop-receipt-${bill._id}`,
      status: 'success',
      title: t('bill-form.issued', {number: bill.number}),
      duration: RECEIPT_MS,
      closable: true,
      description: (
        <Stack gap={3}>
          <Text size={1}>{t('bill-form.issued-description', {total, customer})}</Text>
          {gives && (
            <Text data-testid="shop-change-to-give" size={2} weight="semibold">
              {t('money-form.change', {change: format.money(change)})}
            </Text>
          )}
          <Flex>
            <Button
              data-testid="shop-open-receipt"
              fontSize={1}
              mode="ghost"
              onClick={() => receipts.open(bill._id)}
              padding={2}
              text={t('receipt.open')}
              type="button"
            />
          </Flex>
        </Stack>
      ),
    })
    for (const warning of warnings) {
      toast.push({
        status: 'warning',
        title: t('bill-form.over-limit', {customer}),
        description: t('bill-form.over-limit-description', {
          owed: format.money(warning.owed),
          limit: format.money(warning.limit),
        }),
      })
    }
  }
}
