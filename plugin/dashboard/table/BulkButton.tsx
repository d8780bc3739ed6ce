import {Button} from '@sanity/ui'
import type {ComponentType} from 'react'
import {useTranslation} from 'sanity'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'

export interface BulkButtonProps {
  text: string
  icon?: ComponentType
  working?: boolean
  /** Why it cannot be done, in words; it stands as the button's description. */
  refusal?: string | undefined
  onClick: (button: HTMLElement) => void
}

/** One thing to do with the chosen rows; when it cannot be done it says why. */
export function BulkButton({text, icon, working, refusal, onClick}: BulkButtonProps) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const isRefused = refusal !== undefined
  return (
    <Button
      aria-disabled={isRefused ? true : undefined}
      disabled={working === true}
      fontSize={1}
      icon={icon}
      loading={working === true}
      mode="ghost"
      onClick={(event) => !isRefused && onClick(event.currentTarget)}
      padding={2}
      text={isRefused ? t('bulk.not-allowed', {text, reason: refusal}) : text}
      type="button"
    />
  )
}
