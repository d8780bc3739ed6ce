import {Box, Button, Flex, Stack, Text} from '@sanity/ui'
import {useState} from 'react'
import {useTranslation} from 'sanity'
import type {DocumentActionProps} from 'sanity'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {useSanityOperations} from '../../realtime/index.ts'
import {useRefusalWords} from '../shared/useRefusalWords.ts'
import type {Referrer} from './askReferrers.ts'

export type Refusal = {referrers: readonly Referrer[]; reason?: undefined} | {reason: string}

interface RemovalRefusedProps {
  document: Pick<DocumentActionProps, 'id' | 'type' | 'published'>
  refusal: Refusal
  onClose: () => void
}

const NAMED = 5
const KINDS: ReadonlySet<string> = new Set([
  'bill',
  'billBalance',
  'payment',
  'creditNote',
  'stockLevel',
  'stockTransaction',
  'customerAccount',
  'product',
  'category',
])
const ROOMS = {product: 'products', brand: 'brands', category: 'categories', user: 'users'} as const

/** What refers to the document, why it stays, and what to do instead. */
export function RemovalRefused({document, refusal, onClose}: RemovalRefusedProps) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  if (refusal.reason !== undefined) {
    return (
      <Text role="alert" size={1}>
        {t('removal.failed', {reason: refusal.reason})}
      </Text>
    )
  }
  const isArchived = document.published?.isActive === false
  return (
    <Stack data-testid="shop-removal-refused" gap={4}>
      <Referrers referrers={refusal.referrers} />
      <Text muted size={1}>
        {t(isArchived ? 'removal.archived' : 'removal.why')}
      </Text>
      <Choices
        canArchive={document.published !== null && !isArchived}
        document={document}
        onClose={onClose}
      />
    </Stack>
  )
}

function Referrers({referrers}: {referrers: readonly Referrer[]}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const words = referrers.map(({type, label}) =>
    KINDS.has(type) ? t(`removal.kind.${type}`, {label}) : t('removal.kind.other', {type, label}),
  )
  const distinct = [...new Set(words)]
  const more = distinct.length - NAMED
  return (
    <Stack gap={3}>
      <Text size={1}>{t('removal.used-by')}</Text>
      <Box as="ul" margin={0} paddingLeft={4}>
        {distinct.slice(0, NAMED).map((text) => (
          <Box as="li" key={text} paddingY={1}>
            <Text size={1} weight="medium">
              {text}
            </Text>
          </Box>
        ))}
      </Box>
      {more > 0 && <Text size={1}>{t('removal.more', {count: more})}</Text>}
    </Stack>
  )
}

function Choices({
  canArchive,
  document: {id, type},
  onClose,
}: Omit<RemovalRefusedProps, 'refusal'> & {canArchive: boolean}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const operations = useSanityOperations()
  const [failure, setFailure] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const words = useRefusalWords()
  const archive = () => {
    if (!isGuarded(type)) return
    setBusy(true)
    operations[ROOMS[type]]
      .archive(id)
      .then(onClose, (error: unknown) => setFailure(words.ofError(error)))
      .finally(() => setBusy(false))
  }
  return (
    <Stack gap={3}>
      {failure !== undefined && (
        <Text role="alert" size={1}>
          {t('removal.archive-failed', {reason: failure})}
        </Text>
      )}
      <Flex gap={2} justify="flex-end">
        <Button mode="bleed" onClick={onClose} text={t('removal.close')} />
        {canArchive && (
          <Button
            disabled={isBusy}
            loading={isBusy}
            onClick={archive}
            text={t('removal.archive')}
            tone="primary"
          />
        )}
      </Flex>
    </Stack>
  )
}

function isGuarded(type: string): type is keyof typeof ROOMS {
  return type in ROOMS
}
