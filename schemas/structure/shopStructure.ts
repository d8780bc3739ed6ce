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

/** The lists a shopkeeper expects, for `structureTool({structure: shopStructure})`. */
export const shopStructure: StructureResolver = (S, context) =>
  S.list()
    .id('shop')
    .title('Shop')
    .items([
      sellItem(S, context),
      stockItem(S),
      catalogueItem(S, context),
      customersItem(S, context),
      S.listItem()
        .id('days')
        .title('Days')
        .icon(CalendarIcon)
        .child(documentList(S, {id: 'days', title: 'Days', type: 'daySummary'})),
      S.divider(),
      S.listItem()
        .id('settings')
        .title('Settings')
        .icon(CogIcon)
        .child(
          S.document()
            .id('settings')
            .title('Settings')
            .schemaType('shopSettings')
            .documentId(SETTINGS_ID),
        ),
      ...otherTypes(S),
    ])
