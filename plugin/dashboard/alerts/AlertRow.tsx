import {Badge, Box, Card, Flex} from '@sanity/ui'
import type {ReactNode} from 'react'
import {useTranslation} from 'sanity'
import {RowCard} from '../../components/RowCard.tsx'
import type {ShopAlert} from '../../domain/alertList.ts'
import type {AlertNote} from '../../domain/documents.ts'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {useEditLink} from '../useIntent.ts'
import {AlertMenu} from './AlertMenu.tsx'
import {DriftAction} from './DriftAction.tsx'
import {useAlertWords} from './useAlertWords.ts'
import type {AlertWords} from './useAlertWords.ts'

export interface AlertRowProps {
  alert: ShopAlert
  note: AlertNote | undefined
}

/** One alert: what it is about opens the document; beside it, who takes care of it. */
export function AlertRow({alert, note}: AlertRowProps) {
  const words = useAlertWords()(alert)
  const testId = `shop-alert-${alert.key}`
  const action = alert.kind === 'drift' && alert.alert.correction !== undefined && (
    <DriftAction correction={alert.alert.correction} label={words.title} testId={testId} />
  )
  return (
    <Card borderBottom data-testid={testId}>
      <Flex align="center">
        <Box flex={1} style={{minWidth: 0}}>
          <LinkedAlert note={note} testId={testId} words={words} />
        </Box>
        {action}
        <AlertMenu alertKey={alert.key} note={note} title={words.title} />
      </Flex>
    </Card>
  )
}

interface AlertCardProps {
  words: AlertWords
  note: AlertNote | undefined
  testId: string
}

function LinkedAlert(props: AlertCardProps) {
  const {document} = props.words
  return document === undefined ? (
    <AlertCard {...props} />
  ) : (
    <DocumentAlert {...props} document={document} />
  )
}

function DocumentAlert(props: AlertCardProps & {document: {id: string; type: string}}) {
  const link = useEditLink(props.document.id, props.document.type)
  return <AlertCard {...props} link={link} />
}

function AlertCard(props: AlertCardProps & {link?: ReturnType<typeof useEditLink>}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const {words, note, testId} = props
  const badge: ReactNode = (
    <Badge fontSize={0} tone={words.tone}>
      {words.badge}
    </Badge>
  )
  const taken =
    note?.assignee === undefined ? '' : `${t('alert.taken-by', {name: note.assignee.name})} · `
  return (
    <RowCard
      {...props.link}
      figure={words.figure ?? badge}
      isBare
      isWrapped={words.isWhole ?? words.document === undefined}
      revision={`${words.subtitle} ${words.figure ?? ''}`}
      subfigure={words.figure === undefined ? undefined : badge}
      subtitle={`${taken}${words.subtitle}`}
      testId={`${testId}-document`}
      title={words.title}
    />
  )
}
