import {Badge, Box, Stack, Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import type {BadgeTone} from '../../actions/shared/tones.ts'
import {useShopFormat} from '../../actions/shared/useShop.ts'
import {Panel} from '../../components/Panel.tsx'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {useDatasetAccess, useShopSnapshot} from '../../realtime/index.ts'
import type {ShopSnapshot} from '../../realtime/index.ts'
import {subjectWords, valueWords} from '../alerts/driftWords.ts'
import {useDriftSpeech} from '../alerts/useDriftSpeech.ts'

const TONES: Readonly<Record<ShopSnapshot['proof']['status'], BadgeTone>> = {
  checking: 'neutral',
  proved: 'positive',
  drift: 'critical',
}

/** Whether ledger, levels, numbers and totals agree, checked with every change; and who can read the dataset. */
export function ProofPanel() {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const format = useShopFormat()
  const speech = useDriftSpeech()
  const proof = useShopSnapshot((snapshot) => snapshot.proof)
  const malformed = useShopSnapshot(({figures}) => figures.malformed.length)
  const {dataset, access} = useDatasetAccess()
  return (
    <Panel auto title={t('proof.title')}>
      <Box overflow="auto" padding={3} style={{maxHeight: 360}}>
        <Stack gap={4}>
          <div>
            <Badge data-testid="shop-proof" fontSize={1} padding={2} tone={TONES[proof.status]}>
              {t(`proof.${proof.status}`)}
            </Badge>
          </div>
          <Text muted size={1}>
            {proof.checkedAt === undefined
              ? t('proof.not-checked')
              : t('proof.checked-at', {time: format.clock(proof.checkedAt)})}
          </Text>
          {proof.drifts.map((drift) => (
            <Text key={`${drift.document} ${drift.field}`} size={1}>
              {subjectWords(drift.subject, speech)}: {valueWords(drift, speech)}
            </Text>
          ))}
          <Text size={1}>{t('proof.malformed', {count: malformed})}</Text>
          <Text size={1}>{t(`proof.access.${access}`, {dataset})}</Text>
          <Text muted size={1}>
            {t('proof.whole')}
          </Text>
        </Stack>
      </Box>
    </Panel>
  )
}
