import {Button, Card, Flex, Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {useShopFormat} from '../../actions/shared/useShop.ts'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import type {SalesCountResult} from '../../realtime/index.ts'

/** How far the bills of a range are counted; afterwards what to do when the shop has gone on or something failed. */
export function CountProgress({result}: {result: SalesCountResult}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const format = useShopFormat()
  const {counting, error, progress, isBehind, again} = result
  if (error !== undefined) {
    return (
      <Notice action={t('panel.retry')} onAction={again} text={error.message} tone="critical" />
    )
  }
  if (progress < 1) {
    return (
      <Card border padding={3} radius={3}>
        <Flex align="center" gap={3}>
          <progress aria-label={t('analytics.counting')} max={1} value={progress} />
          <Text muted role="status" size={1}>
            {t('analytics.counted', {count: counting?.count.read ?? 0})}
          </Text>
        </Flex>
      </Card>
    )
  }
  if (counting !== undefined && counting.unreadable > 0) {
    const text = t('analytics.unreadable', {count: counting.unreadable})
    return <Notice text={text} tone="caution" />
  }
  if (!isBehind) return null
  const figures = {
    counted: format.money(counting?.count.sales ?? 0),
  }
  return (
    <Notice
      action={t('analytics.count-again')}
      onAction={again}
      text={t('analytics.behind', figures)}
      tone="caution"
    />
  )
}

function Notice(props: {
  text: string
  tone: 'critical' | 'caution'
  action?: string
  onAction?: () => void
}) {
  return (
    <Card border padding={3} radius={3} role="status" tone={props.tone}>
      <Flex align="center" gap={3} wrap="wrap">
        <Text size={1}>{props.text}</Text>
        {props.action !== undefined && (
          <Button
            fontSize={1}
            mode="ghost"
            onClick={props.onAction}
            padding={2}
            text={props.action}
          />
        )}
      </Flex>
    </Card>
  )
}
