import {EllipsisVerticalIcon} from '@sanity/icons/EllipsisVertical'
import {Box, Button} from '@sanity/ui'
import {Menu, MenuButton, MenuDivider, MenuItem} from '@sanity/ui/menu'
import {useId} from 'react'
import {useTranslation} from 'sanity'
import type {Actor, AlertNote} from '../../domain/documents.ts'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {useNoteAlert} from './useNoteAlert.ts'
import {useStaff} from './useStaff.ts'

export interface AlertMenuProps {
  alertKey: string
  title: string
  note: AlertNote | undefined
}

/** Takes an alert, gives it to somebody, or puts it aside, for everybody to see. */
export function AlertMenu({alertKey, title, note}: AlertMenuProps) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const id = useId()
  const staff = useStaff()
  const {take, giveTo, release, putAside, bringBack} = useNoteAlert(alertKey, note)
  const isTaken = note?.assignee !== undefined
  return (
    <Box paddingX={1}>
      <MenuButton
        button={
          <Button
            aria-label={t('alert.menu', {title})}
            fontSize={1}
            icon={EllipsisVerticalIcon}
            mode="bleed"
            padding={2}
          />
        }
        id={id}
        menu={
          <Menu>
            <MenuItem fontSize={1} onClick={take} text={t('alert.take')} />
            {staff.map((person: Actor) => (
              <MenuItem
                fontSize={1}
                key={person.id}
                onClick={() => giveTo(person)}
                text={t('alert.give', {name: person.name})}
              />
            ))}
            {isTaken && <MenuItem fontSize={1} onClick={release} text={t('alert.release')} />}
            <MenuDivider />
            {note?.isMuted === true ? (
              <MenuItem fontSize={1} onClick={bringBack} text={t('alert.unmute')} />
            ) : (
              <>
                <MenuItem fontSize={1} onClick={() => putAside(1)} text={t('alert.mute-day')} />
                <MenuItem fontSize={1} onClick={() => putAside(7)} text={t('alert.mute-week')} />
              </>
            )}
          </Menu>
        }
        popover={{portal: true, placement: 'bottom-end'}}
      />
    </Box>
  )
}
