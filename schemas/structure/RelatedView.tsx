import {Box, Card, Stack, Text} from '@sanity/ui'
import {useMemo, type ComponentType} from 'react'
import {useObservable} from 'react-rx'
import {catchError, map, of, type Observable} from 'rxjs'
import {useDocumentStore, useSchema, useTranslation} from 'sanity'
import {IntentLink} from 'sanity/router'
import type {UserViewComponent} from 'sanity/structure'
import {SHOP_NAMESPACE} from '../../plugin/i18n/index.ts'
import type {ShopTypeName} from '../types.ts'
import {API_VERSION} from '../validation/unique.ts'
import {readRows, type Previewed, type RelatedRow} from './relatedRow.ts'

const LIMIT = 500

export interface RelatedChoice {
  type: ShopTypeName
  /** GROQ; `$id` is the published id of the open document. */
  filter: string
  /** `attribute asc|desc`. */
  ordering: string
  /** Key of the sentence for when there is nothing. */
  empty: 'related.no-bills' | 'related.no-entries' | 'related.no-payments'
}

type State =
  | {kind: 'loading'}
  | {kind: 'rows'; rows: readonly RelatedRow[]}
  | {kind: 'failed'; reason: string}

const LOADING: State = {kind: 'loading'}

/** A live list of what belongs to the open document; each row opens its own form. */
export function createRelatedView(choice: RelatedChoice): UserViewComponent {
  return function RelatedView({documentId}: {documentId: string}) {
    const {t} = useTranslation(SHOP_NAMESPACE)
    const store = useDocumentStore()
    const schemaType = useSchema().get(choice.type)
    const rows$ = useMemo(
      () => observeRows(store, choice, documentId, schemaType ?? {}),
      [store, documentId, schemaType],
    )
    const state = useObservable(rows$, LOADING)
    return (
      <Box padding={4}>
        {state.kind === 'loading' && <Note text={t('related.loading')} />}
        {state.kind === 'failed' && <Note text={t('related.failed', {reason: state.reason})} />}
        {state.kind === 'rows' && state.rows.length === 0 && <Note text={t(choice.empty)} />}
        {state.kind === 'rows' && <Rows rows={state.rows} type={choice.type} />}
      </Box>
    )
  }
}

function observeRows(
  store: ReturnType<typeof useDocumentStore>,
  {type, filter, ordering}: RelatedChoice,
  id: string,
  schemaType: Previewed,
): Observable<State> {
  const where = `*[_type == $type && ${filter}]`
  return store
    .listenQuery(
      {fetch: `${where} | order(${ordering}) [0...${LIMIT}]`, listen: where},
      {type, id},
      {
        apiVersion: API_VERSION,
        tag: 'shop.related',
        throttleTime: 500,
        transitions: ['appear', 'update', 'disappear'],
      },
    )
    .pipe(
      map((found): State => ({kind: 'rows', rows: readRows(found, schemaType)})),
      catchError((error: unknown) =>
        of<State>({kind: 'failed', reason: error instanceof Error ? error.message : String(error)}),
      ),
    )
}

const Note: ComponentType<{text: string}> = ({text}) => (
  <Text muted size={1}>
    {text}
  </Text>
)

function Rows({rows, type}: {rows: readonly RelatedRow[]; type: ShopTypeName}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  return (
    <Stack as="ul" gap={2}>
      {rows.map((row) => (
        <Box as="li" key={row.id}>
          <IntentLink
            intent="edit"
            params={{id: row.id, type}}
            style={{color: 'inherit', textDecoration: 'none'}}
          >
            <Card border padding={3} radius={2} tone="inherit">
              <Stack gap={3}>
                <Text size={1} weight="medium">
                  {row.title}
                </Text>
                <Text muted size={1}>
                  {row.subtitle}
                </Text>
              </Stack>
            </Card>
          </IntentLink>
        </Box>
      ))}
      {rows.length === LIMIT && <Note text={t('related.limit', {count: LIMIT})} />}
    </Stack>
  )
}
