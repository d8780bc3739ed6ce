import {CloseIcon} from '@sanity/icons/Close'
import {Button, Card, Flex, Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'

/** Says which scanned code belongs to nothing that is sold here. */
export function ScanNote({code, onForget}: {code: string | undefined; onForget: () => void}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  if (code === undefined) return null
  return (
    <Card border padding={2} paddingLeft={3} radius={2} role="alert" tone="caution">
      <Flex align="center" gap={2}>
        <Text size={1} style={{flex: 1}}>
          {t('scan.unknown', {code})}
        </Text>
        <Button
          aria-label={t('scan.forget')}
          icon={CloseIcon}
          mode="bleed"
          onClick={onForget}
          padding={2}
          type="button"
        />
      </Flex>
    </Card>
  )
}
