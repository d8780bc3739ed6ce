// @vitest-environment jsdom
import {ThemeProvider} from '@sanity/ui'
import {buildTheme} from '@sanity/ui/theme'
import {cleanup, fireEvent, render, screen} from '@testing-library/react'
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest'
import {PanelBoundary} from './PanelBoundary.tsx'

// React reports what a boundary has caught to the console as well
beforeEach(() => vi.spyOn(console, 'error').mockImplementation(() => {}))
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

window.matchMedia = (media) =>
  Object.assign(new EventTarget(), {
    matches: false,
    media,
    onchange: null,
    addListener: () => {},
    removeListener: () => {},
  })

const theme = buildTheme()

function Fragile({broken}: {broken: () => boolean}) {
  if (broken()) throw new Error('The lines are no list.')
  return <p>Bills</p>
}

function show(broken: () => boolean) {
  render(
    <ThemeProvider theme={theme}>
      <PanelBoundary message="Bills could not be shown." retryLabel="Try again">
        <Fragile broken={broken} />
      </PanelBoundary>
      <PanelBoundary message="Stock could not be shown." retryLabel="Try again">
        <p>Stock</p>
      </PanelBoundary>
    </ThemeProvider>,
  )
}

describe('a panel that breaks', () => {
  it('says so with its reason and leaves the others standing', () => {
    show(() => true)
    expect(screen.getByRole('alert').textContent).toContain('Bills could not be shown.')
    expect(screen.getByRole('alert').textContent).toContain('The lines are no list.')
    expect(screen.getByText('Stock')).toBeDefined()
  })

  it('is shown again on a press once its reason is gone', () => {
    let isBroken = true
    show(() => isBroken)
    isBroken = false
    fireEvent.click(screen.getByRole('button', {name: 'Try again'}))
    expect(screen.getByText('Bills')).toBeDefined()
    expect(screen.queryByRole('alert')).toBeNull()
  })
})
