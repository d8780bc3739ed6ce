import {Box, Text} from '@sanity/ui'
import {uuid} from '@sanity/uuid'
import {useEffect, useRef} from 'react'
import {useTranslation} from 'sanity'
import {useRouter} from 'sanity/router'
import {SHOP_NAMESPACE} from '../../plugin/i18n/index.ts'

/**
 * Opens the form of a new customer under `user.<uuid>`. The dot keeps the customer private in a public dataset; the
 * Studio's own *new document* would choose an id without one.
 */
export function NewCustomer() {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const router = useRouter()
  const opened = useRef(false)
  useEffect(() => {
    if (opened.current) return
    opened.current = true
    router.navigateIntent(
      'create',
      {type: 'user', template: 'user', id: `user.${uuid()}`},
      {replace: true},
    )
  }, [router])
  return (
    <Box padding={4}>
      <Text muted size={1}>
        {t('structure.new-customer-opening')}
      </Text>
    </Box>
  )
}
