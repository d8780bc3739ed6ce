import {useFormValue, type NumberInputProps, type Path} from 'sanity'
import {DecimalInput} from './DecimalInput.tsx'

/** Smallest steps shown in the unit that stands beside the field (a line, a level) or on the document (a product). */
export function QuantityInput(props: NumberInputProps) {
  const beside = useFormValue([...siblingPath(props.path), 'unit'])
  const documents = useFormValue(['unit'])
  const unit = readUnit(beside) ?? readUnit(documents) ?? {name: '', decimals: 0}
  return (
    <DecimalInput
      input={props}
      decimals={unit.decimals}
      after={unit.name === '' ? undefined : unit.name}
      allowNegative={props.readOnly === true}
    />
  )
}

/** Basis points shown as percent: 1800 is 18.00 %. */
export function RateInput(props: NumberInputProps) {
  return <DecimalInput input={props} decimals={2} after="%" />
}

const siblingPath = (path: Path): Path => path.slice(0, -1)

function readUnit(value: unknown): {name: string; decimals: number} | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const decimals = 'decimals' in value ? value.decimals : undefined
  if (typeof decimals !== 'number' || ![0, 1, 2, 3].includes(decimals)) return undefined
  const name = 'name' in value ? value.name : undefined
  return {name: typeof name === 'string' ? name : '', decimals}
}
