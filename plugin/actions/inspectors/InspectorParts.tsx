import {Box, Card, Flex, Heading, Stack, Text} from '@sanity/ui'
import type {ReactNode} from 'react'
import {useTranslation} from 'sanity'
import {IntentLink} from 'sanity/router'
import {DocumentInspectorHeader} from 'sanity/structure'
import {styled} from 'styled-components'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'

export interface InspectorFrameProps {
  title: string
  testId: string
  onClose: () => void
  children: ReactNode
}

/** Beside the form, below a header as the Studio's own inspectors have it. */
export function InspectorFrame({title, testId, onClose, children}: InspectorFrameProps) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  return (
    <Flex aria-label={title} as="section" direction="column" height="fill" overflow="hidden">
      <DocumentInspectorHeader
        as="header"
        closeButtonLabel={t('form.close')}
        onClose={onClose}
        title={title}
      />
      <Box data-testid={testId} flex={1} overflow="auto" padding={4}>
        <Stack gap={5}>{children}</Stack>
      </Box>
    </Flex>
  )
}

const Facts = styled.dl`
  display: grid;
  grid-template-columns: 1fr auto;
  gap: 12px 16px;
  margin: 0;
  & > dd {
    margin: 0;
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
`

export interface Fact {
  name: string
  label: string
  value: string
  strong?: boolean
}

/** What is so now, one below the other. */
export function FactList({facts}: {facts: readonly Fact[]}) {
  return (
    <Facts>
      {facts.flatMap(({name, label, value, strong}) => [
        <Text as="dt" key={`${name}-label`} muted size={1}>
          {label}
        </Text>,
        <Text
          as="dd"
          data-testid={`shop-inspector-${name}`}
          key={name}
          size={1}
          weight={strong === true ? 'semibold' : 'regular'}
        >
          {value}
        </Text>,
      ])}
    </Facts>
  )
}

export interface RecordRow {
  id: string
  type: string
  title: string
  subtitle: string
  figure: string
}

/** More than that nobody reads beside a form; the document's own views have all. */
const SHOWN = 100

export interface RecordListProps {
  title: string
  rows: readonly RecordRow[]
  /** Why there are no rows: none made, not known yet, or not to be had. */
  empty: string
}

/** What led to it, newest first; each opens its own document. */
export function RecordList({title, empty, rows}: RecordListProps) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  return (
    <Stack gap={3}>
      <Heading as="h2" size={0}>
        {title}
      </Heading>
      {rows.length === 0 && (
        <Text muted size={1}>
          {empty}
        </Text>
      )}
      <Stack aria-label={title} as="ul" gap={2} style={{listStyle: 'none', margin: 0, padding: 0}}>
        {rows.slice(0, SHOWN).map((row) => (
          <li key={row.id}>
            <RecordCard row={row} />
          </li>
        ))}
      </Stack>
      {rows.length > SHOWN && (
        <Text muted size={1}>
          {t('related.limit', {count: SHOWN})}
        </Text>
      )}
    </Stack>
  )
}

function RecordCard({row: {id, type, title, subtitle, figure}}: {row: RecordRow}) {
  return (
    <IntentLink
      intent="edit"
      params={{id, type}}
      style={{color: 'inherit', textDecoration: 'none'}}
    >
      <Card border padding={3} radius={2}>
        <Flex align="center" gap={3}>
          <Box flex={1} style={{minWidth: 0}}>
            <Stack gap={2}>
              <Text size={1} textOverflow="ellipsis" weight="medium">
                {title}
              </Text>
              <Text muted size={1}>
                {subtitle}
              </Text>
            </Stack>
          </Box>
          <Text size={1} style={{fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap'}}>
            {figure}
          </Text>
        </Flex>
      </Card>
    </IntentLink>
  )
}
