import {CalendarIcon} from '@sanity/icons/Calendar'
import {CogIcon} from '@sanity/icons/Cog'
import type {StructureResolver} from 'sanity/structure'
import {SETTINGS_ID} from '../../plugin/domain/ids.ts'
import {catalogueItem} from './catalogue.ts'
import {customersItem} from './customers.ts'
import {documentList} from './lists.ts'
import {sellItem} from './sell.ts'
import {stockItem} from './stock.ts'
import {otherTypes} from './otherTypes.ts'
import {translated} from '../translated.ts'

/** The lists a shopkeeper expects, for `structureTool({structure: shopStructure})`. */
export const shopStructure: StructureResolver = (S, context) => {
  const shop = translated('structure.shop')
  const days = translated('structure.days')
  const settings = translated('structure.settings')
  return S.list()
    .id('shop')
    .title(shop.title)
    .i18n(shop.i18n)
    .items([
      sellItem(S, context),
      stockItem(S),
      catalogueItem(S, context),
      customersItem(S, context),
      S.listItem()
        .id('days')
        .title(days.title)
        .i18n(days.i18n)
        .icon(CalendarIcon)
        .child(documentList(S, {id: 'days', title: 'structure.days', type: 'daySummary'})),
      S.divider(),
      S.listItem()
        .id('settings')
        .title(settings.title)
        .i18n(settings.i18n)
        .icon(CogIcon)
        .child(
          S.document()
            .id('settings')
            .title(settings.title)
            .i18n(settings.i18n)
            .schemaType('shopSettings')
            .documentId(SETTINGS_ID),
        ),
      ...otherTypes(S),
    ])
}
