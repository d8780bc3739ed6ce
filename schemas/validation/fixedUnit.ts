import {getPublishedId, type CustomValidator} from 'sanity'
import {stockLevelId} from '../../plugin/domain/ids.ts'
import {quantityText} from '../text.ts'
import {sentence} from './sentences.ts'
import {API_VERSION} from './unique.ts'

/** Refuses other decimals than those in which the product's stock has been counted. */
export const fixedDecimals: CustomValidator<number | undefined> = async (value, context) => {
  if (value === undefined || context.document === undefined) return true
  const stored: unknown = await context
    .getClient({apiVersion: API_VERSION})
    .fetch(
      '*[_id == $id][0].unit.decimals',
      {id: stockLevelId(getPublishedId(context.document._id))},
      {tag: 'shop.validate-unit'},
    )
  if (typeof stored !== 'number' || stored === value) return true
  return sentence('unit-fixed', {step: quantityText(1, undefined, stored)})
}
