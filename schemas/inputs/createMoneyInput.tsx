import type {ComponentType} from 'react'
import {useFormValue, type NumberInputProps} from 'sanity'
import {currencyExponent} from '../../plugin/domain/money.ts'
import {moneyText} from '../text.ts'
import {DecimalInput} from './DecimalInput.tsx'
import {useShopCurrency} from './useShopCurrency.ts'

/** An input for minor units; the document's own `currency`, else the shop's, decides the digits after the point. */
export function createMoneyInput(
  currency: string,
  {allowNegative = false} = {},
): ComponentType<NumberInputProps> {
  return function MoneyInput(props: NumberInputProps) {
    const own = useFormValue(['currency'])
    const shops = useShopCurrency(currency)
    const code = typeof own === 'string' && own !== '' ? own : shops
    return (
      <DecimalInput
        input={props}
        decimals={currencyExponent(code)}
        before={props.readOnly === true ? undefined : code}
        readOnlyText={typeof props.value === 'number' ? moneyText(props.value, code) : ''}
        allowNegative={allowNegative || props.readOnly === true}
      />
    )
  }
}
