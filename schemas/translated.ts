import type {LocaleSource} from 'sanity'
import {SHOP_NAMESPACE} from '../plugin/i18n/index.ts'
import {schemaTexts} from '../plugin/i18n/schemaTexts.ts'
import {structureTexts} from '../plugin/i18n/structureTexts.ts'

const texts = {...schemaTexts, ...structureTexts}

export type TitleKey = keyof typeof texts

/** A title in the Studio's language; English where the Studio asks for no other. */
export function translated(key: TitleKey) {
  return {title: texts[key], i18n: {title: {key, ns: SHOP_NAMESPACE}}}
}

/**
 * The same for the names of views, which the Studio does not translate itself: in its language once the shop's texts are
 * loaded, as they are with the Studio's navigation bar.
 */
export function translateNow({t}: Pick<LocaleSource, 't'>, key: TitleKey): string {
  return t(key, {ns: SHOP_NAMESPACE, defaultValue: texts[key]})
}
