import {Box, Button} from '@sanity/ui'
import {useTranslation} from 'sanity'
import type {DriftCorrection} from '../../domain/proof/driftAlerts.ts'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {useCorrection} from './useCorrection.ts'

interface DriftActionProps {
  correction: DriftCorrection
  label: string
  testId: string
}

/** The one click that puts a drifted document right. */
export function DriftAction({correction, label, testId}: DriftActionProps) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const {correct, working} = useCorrection(correction, label)
  return (
    <Box paddingRight={1}>
      <Button
        aria-label={t(`alert.drift.correct-${correction.kind}`, {label})}
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
