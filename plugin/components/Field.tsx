import {Card, Stack, Text} from '@sanity/ui'
import type {ReactNode} from 'react'

export interface FieldProps {
  /** Id of the input the label belongs to; its error has the id `<id>-error`. */
  id: string
  label: string
  hint?: ReactNode
  /** What is wrong and what to do, in words. */
  error?: string
  children: ReactNode
}

/** A labelled input with its error below it. */
export function Field({id, label, hint, error, children}: FieldProps) {
  return (
    <Stack gap={2}>
      <Text as="label" htmlFor={id} size={1} weight="medium">
        {label}
      </Text>
      {children}
      {error === undefined && hint !== undefined && (
        <Text muted size={0}>
          {hint}
        </Text>
      )}
      {error !== undefined && <FieldError id={id} message={error} />}
    </Stack>
  )
}

/** Says below an input what is wrong with it; the input refers to it by `aria-describedby`. */
export function FieldError({id, message}: {id: string; message: string}) {
  return (
    <Card padding={2} radius={2} tone="critical">
      <Text id={errorId(id)} role="alert" size={1}>
        {message}
      </Text>
    </Card>
  )
}

export function errorId(id: string): string {
  return `${id}-error`
}

/** Attributes that tie an input to its label and error. */
export function fieldAttributes(id: string, error: string | undefined) {
  return {
    id,
    'aria-invalid': error === undefined ? undefined : true,
    'aria-describedby': error === undefined ? undefined : errorId(id),
  }
}
