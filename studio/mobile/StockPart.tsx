import {Button, Card, Flex, Stack, Text, TextInput} from '@sanity/ui'
import {useId, useState} from 'react'
import type {FormEvent} from 'react'
import {parseQuantity} from 'sanity-plugin-shop/core'
import type {Product} from 'sanity-plugin-shop/core'
import {useInventoryStore, useSanityOperations} from 'sanity-plugin-shop/realtime'
import {Outcome} from './Outcome.tsx'
import {ProductSearch} from './ProductSearch.tsx'
import {useTexts} from './TextsContext.ts'
import {useFormat} from './useFormat.ts'
import {useSubmit} from './useSubmit.ts'

/** More or less of one product, with the reason for it. */
export function StockPart() {
  const [product, setProduct] = useState<Product>()
  if (product === undefined) return <ProductSearch onPick={setProduct} trackedOnly />
  return <AdjustForm key={product._id} onOther={() => setProduct(undefined)} product={product} />
}

function AdjustForm({product, onOther}: {product: Product; onOther: () => void}) {
  const {t} = useTexts()
  const format = useFormat()
  const adjustment = useAdjustment(product)
  const {onHand, quantity} = adjustment
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void adjustment.save()
  }
  return (
    <form noValidate onSubmit={submit}>
      <Stack gap={4}>
        <Card border padding={3} radius={3}>
          <Stack gap={3}>
            <Text size={2} weight="semibold">
              {product.name}
            </Text>
            <Flex gap={4}>
              <Text data-testid="mobile-on-hand" size={1}>
                {t('now', {quantity: format.quantity(onHand, product.unit)})}
              </Text>
              {quantity !== undefined && (
                <Text muted size={1}>
                  {t('after', {quantity: format.quantity(onHand + quantity, product.unit)})}
                </Text>
              )}
            </Flex>
          </Stack>
        </Card>
        <Input
          error={adjustment.isQuantityWrong ? t('change.missing') : undefined}
          hint={t('change.hint')}
          label={`${t('change')} (${product.unit.name})`}
          onChange={adjustment.setText}
          value={adjustment.text}
        />
        <Input
          error={adjustment.isReasonMissing ? t('reason.missing') : undefined}
          label={t('reason')}
          onChange={adjustment.setReason}
          value={adjustment.reason}
        />
        <Flex gap={2}>
          <Button mode="ghost" onClick={onOther} padding={4} text={t('other')} type="button" />
          <Button
            disabled={adjustment.working}
            loading={adjustment.working}
            padding={4}
            text={adjustment.working ? t('working') : t('save')}
            type="submit"
          />
        </Flex>
        <Outcome outcome={adjustment.outcome} />
      </Stack>
    </form>
  )
}

function useAdjustment(product: Product) {
  const {t} = useTexts()
  const format = useFormat()
  const {stock} = useSanityOperations()
  const onHand = useInventoryStore(({levelOf}) => levelOf(product._id)?.onHand ?? 0)
  const [text, setText] = useState('')
  const [reason, setReason] = useState('')
  const [attempted, setAttempted] = useState(false)
  const {working, outcome, submit, renew} = useSubmit()
  const quantity = parseQuantity(text.replace(/^\s*\+/, ''), product.unit)
  const isQuantityWrong = quantity === undefined || quantity === 0
  const isReasonMissing = reason.trim() === ''

  const save = async (): Promise<void> => {
    setAttempted(true)
    if (isQuantityWrong || isReasonMissing) return
    const isDone = await submit(async (key) => {
      const {entries} = await stock.adjust({
        key,
        product: product._id,
        quantity,
        reason: reason.trim(),
        kind: 'adjustment',
      })
      const after = entries.at(-1)?.balanceAfter ?? onHand + quantity
      return t('saved', {name: product.name, quantity: format.quantity(after, product.unit)})
    })
    if (!isDone) return
    setText('')
    setReason('')
    setAttempted(false)
  }
  const edit = (set: (value: string) => void) => (value: string) => {
    renew()
    set(value)
  }
  return {
    onHand,
    quantity,
    text,
    reason,
    working,
    outcome,
    save,
    isQuantityWrong: attempted && isQuantityWrong,
    isReasonMissing: attempted && isReasonMissing,
    setText: edit(setText),
    setReason: edit(setReason),
  }
}

function Input(props: {
  label: string
  value: string
  onChange: (value: string) => void
  hint?: string
  error?: string | undefined
}) {
  const id = useId()
  return (
    <Stack gap={2}>
      <Text as="label" htmlFor={id} size={1} weight="medium">
        {props.label}
      </Text>
      <TextInput
        aria-describedby={props.error === undefined ? undefined : `${id}-error`}
        aria-invalid={props.error === undefined ? undefined : true}
        autoComplete="off"
        id={id}
        onChange={({currentTarget: {value}}) => props.onChange(value)}
        value={props.value}
      />
      {props.error === undefined && props.hint !== undefined && (
        <Text muted size={1}>
          {props.hint}
        </Text>
      )}
      {props.error !== undefined && (
        <Card padding={2} radius={2} tone="critical">
          <Text id={`${id}-error`} role="alert" size={1}>
            {props.error}
          </Text>
        </Card>
      )}
    </Stack>
  )
}
