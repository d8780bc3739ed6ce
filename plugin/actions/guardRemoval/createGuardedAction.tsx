import {useEffect, useRef, useState} from 'react'
import {useClient, useTranslation} from 'sanity'
import type {DocumentActionComponent, DocumentActionProps} from 'sanity'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {useRefusalWords} from '../shared/useRefusalWords.ts'
import {askReferrers} from './askReferrers.ts'
import {RemovalRefused} from './RemovalRefused.tsx'
import type {Refusal} from './RemovalRefused.tsx'

export type RemovalKind = 'delete' | 'unpublish'

const API_VERSION = '2025-02-19'

/** The Studio's own action, asked for only once nothing refers to the document. */
export function createGuardedAction(
  useRemoval: DocumentActionComponent,
  kind: RemovalKind,
): DocumentActionComponent {
  const useGuardedRemoval: DocumentActionComponent = (props) => {
    const removal = useRemoval(props)
    const {t} = useTranslation(SHOP_NAMESPACE)
    const {isAsking, refusal, ask, close} = useQuestion(props.id, removal?.onHandle)
    if (removal === null) return null
    if (refusal === undefined) {
      return {...removal, disabled: removal.disabled === true || isAsking, onHandle: ask}
    }
    const name = nameOf(props) ?? t('removal.unnamed')
    return {
      ...removal,
      onHandle: ask,
      dialog: {
        type: 'dialog',
        header: t(`removal.${kind}.title`, {name}),
        onClose: close,
        content: <RemovalRefused document={props} onClose={close} refusal={refusal} />,
      },
    }
  }
  useGuardedRemoval.action = kind
  useGuardedRemoval.displayName = useRemoval.displayName ?? `Guarded(${kind})`
  return useGuardedRemoval
}

function useQuestion(id: string, remove: (() => void) | undefined) {
  const client = useClient({apiVersion: API_VERSION})
  const [isAsking, setAsking] = useState(false)
  const [refusal, setRefusal] = useState<Refusal>()
  const latest = useRef(remove)
  const words = useRefusalWords()
  useEffect(() => {
    latest.current = remove
  }, [remove])
  const ask = async () => {
    setAsking(true)
    try {
      const referrers = await askReferrers(client, id)
      if (referrers.length === 0) latest.current?.()
      else setRefusal({referrers})
    } catch (error) {
      setRefusal({reason: words.ofError(error)})
    } finally {
      setAsking(false)
    }
  }
  return {isAsking, refusal, ask: () => void ask(), close: () => setRefusal(undefined)}
}

function nameOf({draft, published}: DocumentActionProps): string | undefined {
  const name = published?.name ?? draft?.name
  return typeof name === 'string' && name !== '' ? name : undefined
}
