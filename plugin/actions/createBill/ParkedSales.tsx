import {Button, Card, Flex, Stack, Text} from '@sanity/ui'
import {useToast} from '@sanity/ui/toast'
import {uuid} from '@sanity/uuid'
import {useState} from 'react'
import {useTranslation} from 'sanity'
import type {BillDraft} from '../../domain/documents.ts'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {useSanityOperations, useShopSnapshot} from '../../realtime/index.ts'
import {useRefusalWords} from '../shared/useRefusalWords.ts'
import {useShopFormat} from '../shared/useShop.ts'
import {readParkedSale, resumeSale} from './parkedSale.ts'
import type {ParkedSale} from './parkedSale.ts'
import {payingAtOnce} from './useBillForm.ts'
import type {Till} from './useBillForm.ts'

export interface ParkedSalesProps {
  bill: Till
  onResumed: () => void
}

/** Sales put aside by any till, live: to go on with or to throw away. */
export function ParkedSales({bill, onResumed}: ParkedSalesProps) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const billDrafts = useShopSnapshot((snapshot) => snapshot.billDrafts)
  const [open, setOpen] = useState(false)
  const others = [...billDrafts.values()]
    .filter(({_id}) => _id !== bill.form.draft)
    .toSorted((a, b) => Date.parse(b.parkedAt) - Date.parse(a.parkedAt))
  if (others.length === 0) return null
  return (
    <Stack gap={2}>
      <div>
        <Button
          aria-expanded={open}
          data-testid="shop-parked"
          fontSize={1}
          mode="ghost"
          onClick={() => setOpen(!open)}
          padding={2}
          text={t('parked.count', {count: others.length})}
          type="button"
        />
      </div>
      {open && (
        <Stack
          aria-label={t('parked.list')}
          as="ul"
          gap={2}
          style={{listStyle: 'none', padding: 0}}
        >
          {others.map((draft) => (
            <li key={draft._id}>
              <ParkedRow
                bill={bill}
                draft={draft}
                onResumed={() => {
                  setOpen(false)
                  onResumed()
                }}
              />
            </li>
          ))}
        </Stack>
      )}
    </Stack>
  )
}

function ParkedRow({bill, draft, onResumed}: ParkedSalesProps & {draft: BillDraft}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const format = useShopFormat()
  const day = useShopSnapshot(({figures}) => figures.day)
  const sale = readParkedSale(draft)
  const blocked = bill.hasContent
  const resume = (parked: ParkedSale) => {
    const form = resumeSale(parked, {key: uuid(), draft: draft._id, sources: bill.sources})
    bill.resume(form.customer === undefined ? payingAtOnce(form) : form)
    onResumed()
  }
  return (
    <Card border data-testid="shop-parked-sale" padding={3} radius={2}>
      <Flex align="center" gap={2} wrap="wrap">
        <Stack flex={1} gap={2} style={{minWidth: 160}}>
          <Text size={1} textOverflow="ellipsis" weight="medium">
            {draft.title ?? t('parked.untitled')}
          </Text>
          <Text muted size={0}>
            {[
              sale === undefined
                ? t('parked.unreadable')
                : t('parked.lines', {count: sale.lines.length}),
              draft.by.name,
              format.time(draft.parkedAt, day),
            ].join(' · ')}
          </Text>
        </Stack>
        {sale !== undefined && (
          <Button
            disabled={blocked}
            fontSize={1}
            onClick={() => resume(sale)}
            padding={2}
            text={t('parked.resume')}
            title={blocked ? t('parked.blocked') : undefined}
            type="button"
          />
        )}
        <Discard draft={draft} />
      </Flex>
      {blocked && sale !== undefined && (
        <Text muted size={0} style={{paddingTop: 8}}>
          {t('parked.blocked')}
        </Text>
      )}
    </Card>
  )
}

/** Asks once more: what is thrown away does not come back. */
function Discard({draft}: {draft: BillDraft}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const toast = useToast()
  const {bills} = useSanityOperations()
  const [asked, setAsked] = useState(false)
  const words = useRefusalWords()
  const [key] = useState(() => uuid())
  const discard = () => {
    if (!asked) {
      setAsked(true)
      return
    }
    bills.discard({key, draft: draft._id}).catch((error: unknown) =>
      toast.push({
        status: 'error',
        title: t('parked.not-discarded'),
        description: words.ofError(error),
      }),
    )
  }
  return (
    <Button
      fontSize={1}
      mode="bleed"
      onBlur={() => setAsked(false)}
      onClick={discard}
      padding={2}
      text={t(asked ? 'parked.discard-sure' : 'parked.discard')}
      tone="critical"
      type="button"
    />
  )
}
