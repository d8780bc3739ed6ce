// @vitest-environment jsdom
import {LayerProvider, PortalProvider, ThemeProvider} from '@sanity/ui'
import {buildTheme} from '@sanity/ui/theme'
import {cleanup, fireEvent, render, screen} from '@testing-library/react'
import {afterEach, describe, expect, it, vi} from 'vitest'
import {SearchPicker} from './SearchPicker.tsx'

afterEach(cleanup)

// jsdom has neither media queries nor sizes; the theme asks for both.
window.matchMedia = (media) =>
  Object.assign(new EventTarget(), {
    matches: false,
    media,
    onchange: null,
    addListener: () => {},
    removeListener: () => {},
  })
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
}

const theme = buildTheme()
const fruits = ['apple', 'apricot', 'pear'].map((id) => ({id}))

function open(onPick: (option: {id: string}) => void, onSubmit = () => {}, onEscape = () => {}) {
  render(
    <ThemeProvider theme={theme}>
      <LayerProvider>
        <PortalProvider>
          <form
            onKeyDown={(event) => event.key === 'Escape' && onEscape()}
            onSubmit={(event) => {
              event.preventDefault()
              onSubmit()
            }}
          >
            <SearchPicker
              emptyText={(query) => `No ${query}`}
              id="fruit"
              label="Fruit"
              onPick={onPick}
              placeholder="Type"
              renderOption={({id}) => id}
              search={(query) => fruits.filter(({id}) => id.startsWith(query))}
            />
          </form>
        </PortalProvider>
      </LayerProvider>
    </ThemeProvider>,
  )
  return screen.getByRole<HTMLInputElement>('combobox')
}

const type = (input: HTMLElement, value: string) => fireEvent.change(input, {target: {value}})
const press = (input: HTMLElement, key: string) => fireEvent.keyDown(input, {key})

describe('SearchPicker', () => {
  it('takes the best match with Enter and empties itself for the next scan', () => {
    const onPick = vi.fn<(option: {id: string}) => void>()
    const input = open(onPick)
    type(input, 'ap')
    expect(press(input, 'Enter')).toBe(false)
    expect(onPick.mock.calls).toEqual([[{id: 'apple'}]])
    expect(input.value).toBe('')
    expect(screen.queryByRole('option')).toBeNull()
  })

  it('walks with the arrows, around both ends, and names the active option', async () => {
    const onPick = vi.fn<(option: {id: string}) => void>()
    const input = open(onPick)
    type(input, 'ap')
    await screen.findAllByRole('option', {hidden: true})
    press(input, 'ArrowUp')
    const active = screen.getByRole('option', {hidden: true, selected: true})
    expect(active.textContent).toBe('apricot')
    expect(input.getAttribute('aria-activedescendant')).toBe(active.id)
    press(input, 'ArrowDown')
    press(input, 'Enter')
    expect(onPick.mock.calls).toEqual([[{id: 'apple'}]])
  })

  it('does not submit the form around it while text without a match stands in it', async () => {
    const onPick = vi.fn<(option: {id: string}) => void>()
    const input = open(onPick)
    type(input, 'kiwi')
    await screen.findByText('No kiwi')
    expect(press(input, 'Enter')).toBe(false)
    expect(onPick).not.toHaveBeenCalled()
  })

  it('leaves Enter without text and Escape without text to what is around it', () => {
    const onEscape = vi.fn<() => void>()
    const input = open(() => {}, undefined, onEscape)
    expect(press(input, 'Enter')).toBe(true)
    type(input, 'ap')
    press(input, 'Escape')
    expect(input.value).toBe('')
    expect(onEscape).not.toHaveBeenCalled()
    press(input, 'Escape')
    expect(onEscape).toHaveBeenCalledOnce()
  })
})
