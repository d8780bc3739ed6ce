import {useState} from 'react'
import type {ComponentType} from 'react'
import {useCurrentUser, useTranslation} from 'sanity'
import type {DocumentActionComponent, DocumentActionKeys, DocumentActionProps} from 'sanity'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {mayDo} from '../../operations/permissions.ts'
import type {OperationName} from '../../operations/permissions.ts'
import {useShopSettings} from '../../realtime/index.ts'
import {usePreload} from '../../components/lazyComponent.tsx'
import type {Preloadable} from '../../components/lazyComponent.tsx'
import {message} from './messages.ts'
import type {Message} from './messages.ts'
import {LoadingDialog} from './LoadingDialog.tsx'
import {ShopDialog} from './ShopDialog.tsx'
import {useShopReady} from './useShop.ts'

export interface ActionDialogProps {
  /** Of the open document, published. */
  id: string
  onClose: () => void
}

export interface DialogAction {
  /** By which other plugins find and replace it. */
  name: keyof DocumentActionKeys
  /** Text `action.<label>` of the bundle. */
  label: string
  icon: ComponentType
  tone?: 'critical' | 'caution' | 'positive'
  /** What it does: who may not is told so. Absent: it only shows something. */
  operation?: OperationName
  /** A hook: why it cannot be done now, in words; absent: nothing stands against it. */
  useRefusal: (props: DocumentActionProps) => Message | undefined
  Dialog: ComponentType<ActionDialogProps & {type: string}>
  /** What the dialog consists of, fetched while the document is being looked at. */
  preloads: readonly Preloadable[]
}

/**
 * A document action that opens a dialog, or says why it cannot. While the shop is loading it is the dialog that says so:
 * the Studio's menu puts the keyboard's focus on the first enabled item of the moment it opens, and nowhere if there is none.
 */
export function createDialogAction(spec: DialogAction): DocumentActionComponent {
  const {label, icon, tone, operation, useRefusal, Dialog} = spec
  const useDialogAction: DocumentActionComponent = (props) => {
    const {t} = useTranslation(SHOP_NAMESPACE)
    const ready = useShopReady()
    const refusal = useRefusal(props)
    const permission = usePermission(operation)
    const [open, setOpen] = useState(false)
    usePreload(spec.preloads, ready)
    const reason = permission ?? refusal
    const close = () => setOpen(false)
    return {
      label: t(`action.${label}`),
      icon,
      tone,
      disabled: reason !== undefined,
      title: reason === undefined ? undefined : t(reason.key, reason.values),
      onHandle: () => setOpen(true),
      dialog: open && {
        type: 'custom',
        component: (
          <ShopDialog>
            {ready ? (
              <Dialog id={props.id} onClose={close} type={props.type} />
            ) : (
              <LoadingDialog
                onClose={close}
                text={t('action.loading')}
                title={t(`action.${label}`)}
              />
            )}
          </ShopDialog>
        ),
      },
    }
  }
  useDialogAction.action = spec.name
  useDialogAction.displayName = spec.name
  return useDialogAction
}

/** For display alone: the operation and the lake decide. Without known roles nothing stands against it. */
function usePermission(operation: OperationName | undefined): Message | undefined {
  const roles = useCurrentUser()?.roles.map(({name}) => name) ?? []
  const {roles: map} = useShopSettings()
  if (operation === undefined || roles.length === 0 || mayDo(operation, roles, map))
    return undefined
  return message('action.disabled.not-permitted')
}
