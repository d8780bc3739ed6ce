import {Badge, Box, Button, Card, Flex} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {useShopFormat} from '../../actions/shared/useShop.ts'
import {RowCard} from '../../components/RowCard.tsx'
import type {Unit} from '../../domain/documents.ts'
import type {Drift} from '../../domain/proof.ts'
import type {DriftAlert} from '../../domain/proof/driftAlerts.ts'
import {PIECES} from '../../domain/quantity.ts'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {useDocument} from '../../realtime/index.ts'
import {useEditLink} from '../useIntent.ts'
import {useCorrection} from './useCorrection.ts'

/** A document whose values do not follow from what they are derived from, and the one click that corrects stock. */
export function DriftRow({alert, testId}: {alert: DriftAlert; testId: string}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const {document, label, drifts, product = ''} = alert
  const link = useEditLink(document, document.slice(0, document.indexOf('.')))
  const unit = useDocument('product', product)?.unit ?? PIECES
  const words = useDriftWords(unit)
  return (
    <Card borderBottom data-testid={testId}>
      <Flex align="center">
        <Box flex={1} style={{minWidth: 0}}>
          <RowCard
            {...link}
            figure={
              <Badge fontSize={0} tone="critical">
                {t('alert.drift')}
              </Badge>
            }
            revision={drifts.map(({message}) => message).join()}
            subtitle={drifts.map(words).join(' · ')}
            testId={`${testId}-document`}
            title={label}
          />
        </Box>
        {product !== '' && <CorrectButton label={label} product={product} testId={testId} />}
      </Flex>
    </Card>
  )
}

function CorrectButton(props: {label: string; product: string; testId: string}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const {label, product, testId} = props
  const {correct, working} = useCorrection(product, label)
  return (
    <Box paddingRight={3}>
      <Button
        aria-label={t('alert.drift.correct-of', {label})}
        data-testid={`${testId}-correct`}
        disabled={working}
        fontSize={1}
        loading={working}
        mode="ghost"
        onClick={() => void correct()}
        padding={2}
        text={t('alert.drift.correct')}
        type="button"
      />
    </Box>
  )
}

function useDriftWords(unit: Unit): (drift: Drift) => string {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const format = useShopFormat()
  return ({kind, field, expected, found, difference, message}) => {
    if (kind !== 'level' || typeof expected !== 'number' || typeof found !== 'number')
      return message
    if (field === 'onHand') {
      return t('alert.drift.on-hand', {
        found: format.quantity(found, unit),
        expected: format.quantity(expected, unit),
        difference: format.change(difference ?? 0, unit),
      })
    }
    if (field !== 'value') return message
    return t('alert.drift.value', {found: format.money(found), expected: format.money(expected)})
  }
}
