import {SearchIcon} from '@sanity/icons/Search'
import {Box, Card, Text, TextInput} from '@sanity/ui'
import {Popover} from '@sanity/ui/popover'
import {useId, useState} from 'react'
import type {KeyboardEvent, ReactNode, RefObject} from 'react'
import {styled} from 'styled-components'

export interface PickerOption {
  id: string
}

export interface SearchPickerProps<T extends PickerOption> {
  id: string
  label: string
  placeholder: string
  /** Best match first; the caller limits the number. */
  search: (query: string) => readonly T[]
  renderOption: (option: T) => ReactNode
  onPick: (option: T) => void
  /** "Nothing found for …" */
  emptyText: (query: string) => string
  /** A last choice that makes what was not found: "New customer …". */
  create?: {label: (query: string) => string; onCreate: (query: string) => void}
  /** Opens the list before anything is typed. */
  openOnFocus?: boolean
  autoFocus?: boolean
  inputRef?: RefObject<HTMLInputElement | null>
  invalid?: boolean
  describedBy?: string
  testId?: string
}

const List = styled.ul`
  list-style: none;
  margin: 0;
  padding: 4px;
  max-height: 320px;
  overflow-y: auto;
`

/**
 * A combobox over what is in memory: type, arrows, Enter. A barcode scanner types and sends Enter, so Enter with text
 * picks the best match and never submits the form around it; Escape closes the list and not the dialog.
 */
export function SearchPicker<T extends PickerOption>({inputRef, ...props}: SearchPickerProps<T>) {
  const listId = useId()
  const [query, setQuery] = useState('')
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const wanted = query.trim()
  const shown = open && (wanted !== '' || props.openOnFocus === true)
  const options = shown ? props.search(wanted) : []
  const creates = props.create !== undefined && wanted !== ''
  const length = options.length + (creates ? 1 : 0)
  const at = Math.min(active, length - 1)
  const current = options[at]
  const isCreating = creates && at === options.length

  const close = () => {
    setOpen(false)
    setActive(0)
  }
  const pick = (option: T) => {
    setQuery('')
    close()
    props.onPick(option)
  }
  const create = () => {
    setQuery('')
    close()
    props.create?.onCreate(wanted)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      setOpen(true)
      if (length > 0) setActive(step(at, length, event.key))
    } else if (event.key === 'Enter' && (wanted !== '' || (shown && active > 0))) {
      event.preventDefault()
      event.stopPropagation()
      if (current !== undefined) pick(current)
      else if (isCreating && shown) create()
      // nothing found: what is typed or scanned next begins anew
      else event.currentTarget.select()
    } else if (event.key === 'Escape' && (shown || query !== '')) {
      event.preventDefault()
      event.stopPropagation()
      setQuery('')
      close()
    }
  }

  const optionId = (option: T) => `${listId}-${option.id}`
  const createId = `${listId}-create`
  const activeId = isCreating ? createId : current && optionId(current)
  const list = (
    <List aria-label={props.label} id={listId} role="listbox">
      {options.map((option) => (
        <li
          aria-selected={option === current}
          id={optionId(option)}
          key={option.id}
          // Keeps the focus in the input: a blur would close the list before the click arrives.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => pick(option)}
          ref={option === current ? scrollIntoView : undefined}
          role="option"
        >
          <Card padding={2} radius={2} tone={option === current ? 'primary' : 'default'}>
            {props.renderOption(option)}
          </Card>
        </li>
      ))}
      {creates && (
        <li
          aria-selected={isCreating}
          id={createId}
          onClick={create}
          onMouseDown={(event) => event.preventDefault()}
          ref={isCreating ? scrollIntoView : undefined}
          role="option"
        >
          <Card padding={2} radius={2} tone={isCreating ? 'primary' : 'default'}>
            <Text size={1} weight="medium">
              {props.create?.label(wanted)}
            </Text>
          </Card>
        </li>
      )}
    </List>
  )
  const nothing = (
    <Box padding={3}>
      <Text muted size={1}>
        {props.emptyText(wanted)}
      </Text>
    </Box>
  )

  return (
    <Popover
      constrainSize
      content={length > 0 ? list : nothing}
      matchReferenceWidth
      open={shown && (length > 0 || wanted !== '')}
      placement="bottom-start"
      portal
      radius={2}
    >
      <div>
        <TextInput
          aria-activedescendant={shown ? activeId : undefined}
          aria-autocomplete="list"
          aria-controls={shown && length > 0 ? listId : undefined}
          aria-describedby={props.describedBy}
          aria-expanded={shown}
          aria-invalid={props.invalid}
          aria-label={props.label}
          autoComplete="off"
          autoFocus={props.autoFocus}
          data-testid={props.testId}
          fontSize={1}
          icon={SearchIcon}
          id={props.id}
          onBlur={close}
          onChange={(event) => {
            setQuery(event.currentTarget.value)
            setActive(0)
            setOpen(true)
          }}
          onClick={() => setOpen(true)}
          onFocus={() => setOpen(props.openOnFocus === true)}
          onKeyDown={onKeyDown}
          placeholder={props.placeholder}
          ref={inputRef}
          role="combobox"
          spellCheck={false}
          value={query}
        />
      </div>
    </Popover>
  )
}

function step(active: number, length: number, key: 'ArrowDown' | 'ArrowUp'): number {
  return (active + (key === 'ArrowDown' ? 1 : -1) + length) % length
}

function scrollIntoView(element: HTMLElement | null): void {
  element?.scrollIntoView?.({block: 'nearest'})
}
