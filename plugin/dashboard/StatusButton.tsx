import {Badge, Box, Button, Flex, Stack, Text} from '@sanity/ui'
import {Popover} from '@sanity/ui/popover'
import {useEffect, useRef, useState} from 'react'
import {useTranslation} from 'sanity'
import {styled} from 'styled-components'
import type {BadgeTone} from '../actions/shared/tones.ts'
import {useShopFormat} from '../actions/shared/useShop.ts'
import {VisuallyHidden} from '../components/VisuallyHidden.tsx'
import {SHOP_NAMESPACE} from '../i18n/index.ts'
import type {LiveStatus, LiveStatusName} from '../live/types.ts'
import {isShallowEqual, useLiveStatus, useShopSnapshot, useShopStore} from '../realtime/index.ts'
import {useReasonWords} from './useReasonWords.ts'

export const STATUS_TONES: Readonly<Record<LiveStatusName, BadgeTone>> = {
  connecting: 'neutral',
  live: 'positive',
  reconnecting: 'caution',
  resyncing: 'caution',
  offline: 'critical',
  unauthorized: 'critical',
  stale: 'caution',
}

const UP_TO_DATE: readonly LiveStatusName[] = ['live', 'connecting', 'resyncing']

/** The state, and of when the figures are once they may be old. */
function useStatusText({name, asOf}: StatusHead): string {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const format = useShopFormat()
  const today = useShopSnapshot(({figures}) => figures.day)
  const headlineAt = useShopSnapshot(({headline}) => headline?.asOf)
  const text = t(`status.${name}`)
  if (headlineAt !== undefined) {
    return t('status.as-of-short', {status: text, time: format.time(headlineAt, today)})
  }
  if (asOf === undefined || UP_TO_DATE.includes(name)) return text
  return t('status.as-of-short', {status: text, time: format.time(asOf, today)})
}

/** What the button shows of the status: its counters move with every change. */
interface StatusHead {
  name: LiveStatusName
  asOf: string | undefined
  hasReason: boolean
}

const toHead = ({name, asOf, reason}: LiveStatus): StatusHead => ({
  name,
  asOf,
  hasReason: reason !== undefined,
})

function toneOf({name, hasReason}: StatusHead): BadgeTone {
  return name === 'live' && hasReason ? 'caution' : STATUS_TONES[name]
}

const Dot = styled.span`
  display: inline-block;
  width: 8px;
  height: 8px;
  margin-inline-end: 6px;
  border-radius: 50%;
  background: currentColor;
`

/** The state of the connection; a click shows what stands behind it. */
export function StatusButton() {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const status = useLiveStatus(toHead, isShallowEqual)
  const [open, setOpen] = useState(false)
  const frame = useRef<HTMLDivElement>(null)
  const name = useStatusText(status)
  useCloseOutside(frame, open, setOpen)

  return (
    <div ref={frame}>
      <Popover
        content={<StatusDetails />}
        open={open}
        padding={4}
        placement="bottom-start"
        radius={3}
        width={0}
      >
        <Button
          aria-expanded={open}
          aria-label={t('status.button', {status: name})}
          data-status={status.name}
          data-testid="shop-status"
          mode="bleed"
          onClick={() => setOpen(!open)}
          padding={1}
        >
          <Badge fontSize={1} padding={2} tone={toneOf(status)}>
            <Dot aria-hidden />
            {name}
          </Badge>
        </Button>
      </Popover>
      <VisuallyHidden role="status">{name}</VisuallyHidden>
    </div>
  )
}

/** What stands behind the connection's name. */
export function StatusDetails() {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const status = useTickingStatus()
  const reason = useReasonWords()(status)
  const format = useShopFormat()
  const clock = (iso: string | undefined) =>
    iso === undefined ? t('status.never') : format.clock(iso)
  const latency =
    status.latency === undefined
      ? t('status.latency-unknown')
      : t('status.latency-value', {
          p50: Math.round(status.latency.p50),
          p95: Math.round(status.latency.p95),
        })
  return (
    <Stack aria-label={t('status.details')} gap={3} role="group">
      {reason !== undefined && (
        <Text size={1} weight="medium">
          {reason}
        </Text>
      )}
      <Detail label={t('status.since')} value={clock(status.since)} />
      <Detail label={t('status.last-event')} value={clock(status.lastEventAt)} />
      <Detail label={t('status.as-of')} value={clock(status.asOf)} />
      <Detail label={t('status.latency')} value={latency} />
      <Detail
        label={t('status.events')}
        value={t('status.events-value', {
          count: status.events,
          rate: status.eventsPerSecond.toFixed(1),
        })}
      />
      <Detail label={t('status.resyncs')} value={String(status.resyncs)} />
      <Detail label={t('status.repairs')} value={String(status.repairs)} />
      {status.rejection !== undefined && (
        <Text size={1}>
          {t('status.rejection', {
            time: format.clock(status.rejection.at),
            reason: status.rejection.reason,
          })}
        </Text>
      )}
    </Stack>
  )
}

const TICK_MS = 1_000

/** The status as of this second: rates fall without an event. */
function useTickingStatus(): LiveStatus {
  const store = useShopStore()
  const status = useLiveStatus()
  const [ticked, setTicked] = useState(status)
  useEffect(() => {
    const timer = setInterval(() => setTicked(store.getStatus()), TICK_MS)
    return () => clearInterval(timer)
  }, [store])
  return ticked.events >= status.events && ticked.name === status.name ? ticked : status
}

function Detail({label, value}: {label: string; value: string}) {
  return (
    <Flex gap={4} justify="space-between">
      <Text muted size={1}>
        {label}
      </Text>
      <Box>
        <Text align="right" size={1}>
          {value}
        </Text>
      </Box>
    </Flex>
  )
}

function useCloseOutside(
  frame: React.RefObject<HTMLElement | null>,
  open: boolean,
  setOpen: (open: boolean) => void,
): void {
  useEffect(() => {
    if (!open) return undefined
    const onPointer = (event: PointerEvent) => {
      if (event.target instanceof Node && frame.current?.contains(event.target) !== true) {
        setOpen(false)
      }
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') setOpen(false)
    }
    document.addEventListener('pointerdown', onPointer)
    document.addEventListener('keydown', onKey)
    return () => {
      document.removeEventListener('pointerdown', onPointer)
      document.removeEventListener('keydown', onKey)
    }
  }, [frame, open, setOpen])
}
