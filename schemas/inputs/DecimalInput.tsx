import {Box, Stack, Text, TextInput} from '@sanity/ui'
import {useId, useState, type KeyboardEvent} from 'react'
import {set, unset, type NumberInputProps} from 'sanity'
import {toDecimalText} from '../../plugin/domain/money.ts'
import {readDecimal} from './decimal.ts'

export interface DecimalInputProps {
  input: NumberInputProps
  /** Digits after the point that are kept. */
  decimals: number
  /** Shown before and after the number: a currency code, a unit. */
  before?: string
  after?: string
  allowNegative?: boolean
  /** What a read-only field shows instead of plain decimals. */
  readOnlyText?: string
}

/**
 * A decimal over an integer: what is typed is stored only while it is a number that can be kept exactly; the error
 * stands below in words and the stored value stays. Empty unsets. Arrow up and down move by one whole unit.
 */
export function DecimalInput({
  input,
  decimals,
  before,
  after,
  allowNegative,
  readOnlyText,
}: DecimalInputProps) {
  const {elementProps, onChange, value} = input
  const {id, onBlur, onFocus, ref, readOnly, placeholder} = elementProps
  const [typed, setTyped] = useState<string | undefined>()
  const errorId = useId()
  const stored = typeof value === 'number' ? toDecimalText(value, decimals) : ''
  const reading = typed === undefined ? undefined : readDecimal(typed, {decimals, allowNegative})
  const error = reading?.kind === 'error' ? reading.message : undefined

  const read = (text: string) => {
    setTyped(text)
    const next = readDecimal(text, {decimals, allowNegative})
    if (next.kind === 'empty') onChange(unset())
    if (next.kind === 'value' && next.value !== value) onChange(set(next.value))
  }

  const step = (event: KeyboardEvent<HTMLInputElement>) => {
    const direction = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0
    if (direction === 0 || readOnly) return
    event.preventDefault()
    const next = (value ?? 0) + direction * 10 ** decimals
    read(toDecimalText(allowNegative ? next : Math.max(0, next), decimals))
  }

  return (
    <Stack gap={2}>
      <TextInput
        id={id}
        ref={ref}
        inputMode="decimal"
        autoComplete="off"
        placeholder={placeholder}
        prefix={before === undefined ? undefined : <Affix text={before} />}
        suffix={after === undefined ? undefined : <Affix text={after} />}
        readOnly={readOnly}
        value={readOnly ? (readOnlyText ?? stored) : (typed ?? stored)}
        customValidity={error}
        aria-invalid={error !== undefined}
        aria-describedby={error === undefined ? elementProps['aria-describedby'] : errorId}
        onChange={(event) => read(event.currentTarget.value)}
        onKeyDown={step}
        onFocus={onFocus}
        onBlur={(event) => {
          if (error === undefined) setTyped(undefined)
          onBlur(event)
        }}
      />
      {error !== undefined && (
        <Text id={errorId} role="alert" size={1}>
          {error} {stored === '' ? 'Nothing is stored.' : `${stored} stays stored.`}
        </Text>
      )}
    </Stack>
  )
}

function Affix({text}: {text: string}) {
  return (
    <Box padding={3}>
      <Text muted size={1}>
        {text}
      </Text>
    </Box>
  )
}
