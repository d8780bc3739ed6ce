import {Box, Button} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {useCorrection} from './useCorrection.ts'

/** The one click that corrects drifted stock. */
export function DriftAction(props: {label: string; product: string; testId: string}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const {label, product, testId} = props
  const {correct, working} = useCorrection(product, label)
  return (
    <Box paddingRight={1}>
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
