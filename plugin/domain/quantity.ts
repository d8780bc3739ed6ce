import {parseDecimal, toDecimalText} from './money.ts'
import type {Unit} from './documents.ts'

/** A quantity in smallest steps as text: (1500, {name: 'kg', decimals: 3}) is `1.500 kg`. */
export function formatQuantity(steps: number, unit: {name: string; decimals: number}): string {
  return `${toDecimalText(steps, unit.decimals)} ${unit.name}`.trim()
}

/** The quantity as an input shows it, without the unit's name. */
export function formatQuantityInput(steps: number, unit: {decimals: number}): string {
  return toDecimalText(steps, unit.decimals)
}

/** Smallest steps of what a person typed; `undefined` when it is no number or finer than the unit's decimals. */
export function parseQuantity(text: string, unit: {decimals: number}): number | undefined {
  return parseDecimal(text, unit.decimals)
}

/** The unit of lines that say nothing else. */
export const PIECES: Unit = {name: 'pcs', decimals: 0}
