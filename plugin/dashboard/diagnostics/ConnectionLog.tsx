import {Badge, Box} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {useShopFormat} from '../../actions/shared/useShop.ts'
import {Panel} from '../../components/Panel.tsx'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {useLiveStatus} from '../../realtime/index.ts'
import {STATUS_TONES} from '../StatusButton.tsx'
import {useReasonWords} from '../useReasonWords.ts'
import {DataTable} from './DataTable.tsx'

/** Every state the connection came into since this page was opened, newest first, and why. */
export function ConnectionLog() {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const format = useShopFormat()
  const {history} = useLiveStatus()
  const reasonWords = useReasonWords()
  return (
    <Panel auto count={history.length} title={t('log.title')}>
      <Box overflow="auto" style={{maxHeight: 360}} tabIndex={0}>
        <DataTable
          columns={[t('log.at'), t('log.state'), t('log.reason')]}
          label={t('log.title')}
          rows={history.toReversed().map(({name, at, reason}, index) => ({
            key: String(history.length - index),
            cells: [
              format.clock(at),
              <Badge fontSize={0} key="state" tone={STATUS_TONES[name]}>
                {t(`status.${name}`)}
              </Badge>,
              reasonWords({name, reason}) ?? '–',
            ],
          }))}
        />
      </Box>
    </Panel>
  )
}
