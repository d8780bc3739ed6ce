import {AddIcon} from '@sanity/icons/Add'
import {ArchiveIcon} from '@sanity/icons/Archive'
import {EditIcon} from '@sanity/icons/Edit'
import {EllipsisHorizontalIcon} from '@sanity/icons/EllipsisHorizontal'
import {RestoreIcon} from '@sanity/icons/Restore'
import {Button} from '@sanity/ui'
import {Menu, MenuButton, MenuItem} from '@sanity/ui/menu'
import {useToast} from '@sanity/ui/toast'
import {useId} from 'react'
import {useTranslation} from 'sanity'
import {useRefusalWords} from '../../actions/shared/useRefusalWords.ts'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {useSanityOperations} from '../../realtime/index.ts'
import {useRefusal} from '../table/useRefusal.ts'
import type {CatalogueRow} from './catalogueRows.ts'
import type {NameIntent} from './NameDialog.tsx'

/** What can be done with a brand or category. */
export function CatalogueMenu(props: {row: CatalogueRow; onIntent: (intent: NameIntent) => void}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const {row, onIntent} = props
  const id = useId()
  const refusal = useRefusal()(row.type === 'brand' ? 'brands.update' : 'categories.update')
  const setActive = useSetActive(row)
  return (
    <MenuButton
      button={
        <Button
          aria-description={refusal}
          aria-label={t('catalogue.menu', {name: row.name})}
          disabled={refusal !== undefined}
          icon={EllipsisHorizontalIcon}
          mode="bleed"
          padding={2}
          title={refusal}
        />
      }
      id={id}
      menu={
        <Menu>
          {row.type === 'category' && (
            <MenuItem
              icon={AddIcon}
              onClick={() => onIntent({kind: 'create', type: 'category', parent: row})}
              text={t('catalogue.new-below')}
            />
          )}
          <MenuItem
            icon={EditIcon}
            onClick={() => onIntent({kind: 'rename', row})}
            text={t('catalogue.rename')}
          />
          <MenuItem
            icon={row.isActive ? ArchiveIcon : RestoreIcon}
            onClick={() => void setActive(!row.isActive)}
            text={t(row.isActive ? 'catalogue.archive' : 'catalogue.restore')}
          />
        </Menu>
      }
      popover={{portal: true}}
    />
  )
}

/** Archived ones are not offered to new products; their products stay as they are. */
function useSetActive({id, type, name}: CatalogueRow): (isActive: boolean) => Promise<void> {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const toast = useToast()
  const {brands, categories} = useSanityOperations()
  const refusals = useRefusalWords()
  const {archive, update} = type === 'brand' ? brands : categories
  return async (isActive) => {
    try {
      await (isActive ? update(id, {isActive}) : archive(id))
      const title = t(isActive ? 'catalogue.restored' : 'catalogue.archived-done', {name})
      toast.push({status: 'success', title})
    } catch (error) {
      const words = refusals.ofError(error)
      toast.push({status: 'error', title: t('catalogue.failed', {name}), description: words})
    }
  }
}
