import {useTranslation} from 'sanity'
import type {ShopSettingsValues} from '../domain/options.ts'
import {SHOP_NAMESPACE} from '../i18n/index.ts'

/** Who writes: name, address, telephone and tax number, as far as the settings say them. */
export function Letterhead({shop}: {shop: ShopSettingsValues}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const {address, phone, email, taxId} = shop.papers
  const reach = [phone, email].filter((text) => text !== undefined && text !== '').join(' · ')
  return (
    <header>
      <h1>{shop.name ?? t('paper.shop')}</h1>
      {address !== undefined && <address>{address}</address>}
      {reach !== '' && <p>{reach}</p>}
      {taxId !== undefined && taxId !== '' && (
        <p>
          {t('paper.tax-id')} {taxId}
        </p>
      )}
    </header>
  )
}
