import {useCurrentUser, useTranslation} from 'sanity'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {inWords, mayDo, PERMISSIONS} from '../../operations/permissions.ts'
import type {OperationName} from '../../operations/permissions.ts'
import {useShopSettings} from '../../realtime/index.ts'

/** Why this account may not do it, in words; `undefined` when it may. The lake has the last word. */
export function useRefusal(): (operation: OperationName) => string | undefined {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const user = useCurrentUser()
  const {roles} = useShopSettings()
  const names = user?.roles.map(({name}) => name) ?? []
  return (operation) =>
    mayDo(operation, names, roles)
      ? undefined
      : t('bulk.only', {roles: inWords(PERMISSIONS[operation].roles)})
}
