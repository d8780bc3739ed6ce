import {Stack, Text} from '@sanity/ui'
import {useEffect, useState} from 'react'
import {useClient, type StringInputProps} from 'sanity'
import {API_VERSION} from '../validation/unique.ts'

type SalesState = 'asking' | 'none' | 'sold' | 'unknown'

const NOTES: Record<SalesState, string | undefined> = {
  asking: 'Looking whether a bill exists already …',
  none: undefined,
  sold: 'Fixed: bills exist in it already.',
  unknown:
    'Whether bills exist could not be found out, so this stays as it is. Reload to try again.',
}

/** A text that can be changed only before the first bill. */
export function FixedOnceSoldInput(props: StringInputProps) {
  const sales = useSalesState()
  const fixed = sales !== 'none'
  const note = NOTES[sales]
  return (
    <Stack gap={2}>
      {props.renderDefault({
        ...props,
        readOnly: props.readOnly === true || fixed,
        elementProps: {...props.elementProps, readOnly: props.elementProps.readOnly || fixed},
      })}
      {note !== undefined && (
        <Text muted size={1}>
          {note}
        </Text>
      )}
    </Stack>
  )
}

function useSalesState(): SalesState {
  const client = useClient({apiVersion: API_VERSION})
  const [sales, setSales] = useState<SalesState>('asking')
  useEffect(() => {
    let current = true
    client.fetch('defined(*[_type == "bill"][0]._id)', {}, {tag: 'shop.any-bill'}).then(
      (sold) => current && setSales(sold === true ? 'sold' : 'none'),
      () => current && setSales('unknown'),
    )
    return () => {
      current = false
    }
  }, [client])
  return sales
}
