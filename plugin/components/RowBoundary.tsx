import {Component} from 'react'
import type {ReactNode} from 'react'

export interface RowBoundaryProps {
  /** Shown instead of a row that cannot be; `retry` renders the row again. */
  renderFallback: (retry: () => void) => ReactNode
  children: ReactNode
}

/** One document that no screen can show must not take its list down. */
export class RowBoundary extends Component<RowBoundaryProps, {failed: boolean}> {
  override state = {failed: false}

  static getDerivedStateFromError(): {failed: boolean} {
    return {failed: true}
  }

  retry = (): void => this.setState({failed: false})

  override render(): ReactNode {
    return this.state.failed ? this.props.renderFallback(this.retry) : this.props.children
  }
}
