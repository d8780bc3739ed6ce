import {Box, Label, Stack} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {useShopFormat} from '../../actions/shared/useShop.ts'
import {EmptyState} from '../../components/EmptyState.tsx'
import {Panel} from '../../components/Panel.tsx'
import {ShareBars} from '../../components/ShareBars.tsx'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {useHasData, useShopSnapshot} from '../../realtime/index.ts'
import {LoadingPanel} from '../panels/LoadingPanel.tsx'
import {useEditLinks} from '../useIntent.ts'
import {useViewLinks} from '../useViewLink.ts'

const MOST = 8

/** What the day's money came from and how it came. */
export function DayPanel() {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const ready = useHasData()
  const isQuiet = useShopSnapshot(
    ({figures: {today}}) => today.bills === 0 && Object.keys(today.byMethod).length === 0,
  )
  if (!ready) return <LoadingPanel title={t('day.title')} />
  return (
    <Panel title={t('day.title')}>
      {isQuiet ? (
        <EmptyState hint={t('day.empty.hint')} title={t('day.empty.title')} />
      ) : (
        <Box overflow="auto" padding={3}>
          <Stack gap={5}>
            <Methods />
            <TopProducts />
          </Stack>
        </Box>
      )}
    </Panel>
  )
}

function Methods() {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const format = useShopFormat()
  const {day, byMethod} = useShopSnapshot(({figures}) => figures.today)
  const linkTo = useViewLinks()
  const methods = Object.entries(byMethod).toSorted(([, a], [, b]) => b - a)
  const most = Math.max(1, ...methods.map(([, amount]) => amount))
  return (
    <Stack gap={3}>
      <Label muted size={0}>
        {t('day.methods')}
      </Label>
      <ShareBars
        bars={methods.map(([method, amount]) => ({
          key: method,
          name: t(`analytics.method.${method}`),
          amount: format.money(amount),
          length: amount / most,
          link: linkTo('bills', {on: day, method}),
        }))}
        label={t('day.methods')}
      />
    </Stack>
  )
}

function TopProducts() {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const format = useShopFormat()
  const sold = useShopSnapshot(({figures}) => figures.today.products)
  const products = useShopSnapshot((snapshot) => snapshot.products)
  const linkTo = useEditLinks()
  const top = sold?.slice(0, MOST) ?? []
  const most = Math.max(1, top[0]?.total ?? 1)
  if (top.length === 0) return null
  return (
    <Stack gap={3}>
      <Label muted size={0}>
        {t('day.top-products')}
      </Label>
      <ShareBars
        bars={top.map(({productId, quantity, total}) => {
          const product = products.get(productId)
          return {
            key: productId,
            name: product?.name ?? productId,
            amount: format.money(total),
            length: total / most,
            ...(product === undefined ? {} : {note: format.quantity(quantity, product.unit)}),
            link: linkTo(productId, 'product'),
          }
        })}
        label={t('day.top-products')}
      />
    </Stack>
  )
}
