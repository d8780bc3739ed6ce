import {CopyIcon} from '@sanity/icons/Copy'
import {EnvelopeIcon} from '@sanity/icons/Envelope'
import {DocumentTextIcon} from '@sanity/icons/DocumentText'
import {ShareIcon} from '@sanity/icons/Share'
import {Box, Button, Flex, Select, Stack, Text} from '@sanity/ui'
import {useState} from 'react'
import {useTranslation} from 'sanity'
import type {PaperSize} from '../../domain/documents.ts'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {canShare, mailLink, shareMessage, whatsAppLink} from '../../printing/share.ts'
import type {SharedMessage} from '../../printing/share.ts'

export interface PaperButtonsProps {
  print: () => Promise<void>
  /** Made only when somebody hands the paper on. */
  message: () => SharedMessage
  /** Of whom it is for. */
  phone: string | undefined
  email: string | undefined
  /** Absent: there is but one size. */
  size?: PaperSize
  onSize?: (size: PaperSize) => void
}

/** Print, or hand on as a message. What is sent leaves by the person's own program; nothing is sent from here. */
export function PaperButtons(props: PaperButtonsProps) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const {message, phone, email} = props
  const [note, setNote] = useState<string>()
  const attempt = async (run: () => Promise<unknown>, failed: string, done?: string) => {
    setNote(undefined)
    try {
      await run()
      setNote(done === undefined ? undefined : t(done))
    } catch {
      setNote(t(failed))
    }
  }
  const small = {fontSize: 1, mode: 'ghost', padding: 3, type: 'button'} as const
  const link = {as: 'a', fontSize: 1, mode: 'ghost', padding: 3, rel: 'noreferrer'} as const
  return (
    <Stack gap={3} padding={3}>
      <Flex align="center" gap={2} wrap="wrap">
        {props.size !== undefined && props.onSize !== undefined && (
          <SizeSelect onSize={props.onSize} size={props.size} />
        )}
        <Flex flex={1} />
        <Button
          {...small}
          icon={CopyIcon}
          onClick={() =>
            void attempt(
              () => navigator.clipboard.writeText(message().text),
              'print.copy-refused',
              'print.copied',
            )
          }
          text={t('print.copy')}
        />
        <Button
          {...link}
          href={mailLink(message(), email)}
          icon={EnvelopeIcon}
          text={t('print.email')}
        />
        <Button
          {...link}
          href={whatsAppLink(message(), phone)}
          target="_blank"
          text={t('print.whatsapp')}
        />
        {canShare() && (
          <Button
            {...small}
            icon={ShareIcon}
            onClick={() => void attempt(() => shareMessage(message()), 'print.share-failed')}
            text={t('print.share')}
          />
        )}
        <Button
          autoFocus
          data-testid="shop-print"
          fontSize={1}
          icon={DocumentTextIcon}
          onClick={() => void attempt(props.print, 'print.print-failed')}
          padding={3}
          text={t('print.print')}
          type="button"
        />
      </Flex>
      {note !== undefined && (
        <Text muted role="status" size={1}>
          {note}
        </Text>
      )}
    </Stack>
  )
}

function SizeSelect({size, onSize}: {size: PaperSize; onSize: (size: PaperSize) => void}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  return (
    <Box style={{width: 140}}>
      <Select
        aria-label={t('print.size')}
        fontSize={1}
        onChange={({currentTarget: {value}}) => onSize(value === 'a4' ? 'a4' : 'roll')}
        padding={2}
        value={size}
      >
        <option value="roll">{t('print.size.roll')}</option>
        <option value="a4">{t('print.size.a4')}</option>
      </Select>
    </Box>
  )
}
