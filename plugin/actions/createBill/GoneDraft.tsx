import {Button} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import type {Till} from './useBillForm.ts'

/** The parked sale was issued or discarded by somebody else: what stands here can still be sold as a sale of its own. */
export function GoneDraft({bill}: {bill: Till}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  if (bill.failure?.code !== 'not-found' || bill.form.draft === undefined) return null
  return (
    <div>
      <Button
        fontSize={1}
        mode="ghost"
        onClick={() => bill.dispatch({type: 'forgetDraft'})}
        padding={3}
        text={t('parked.keep-as-new')}
        type="button"
      />
    </div>
  )
}
