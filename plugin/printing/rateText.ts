import {toDecimalText} from '../domain/money.ts'

/** 1800 basis points are `18 %`, 1250 `12.5 %`. */
export function rateText(rate: number): string {
  return `${toDecimalText(rate, 2).replace(/\.?0+$/, '')} %`
}
