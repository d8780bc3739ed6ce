import {Button, Card, Stack, Text} from '@sanity/ui'
import {Component} from 'react'
import type {ErrorInfo, ReactNode} from 'react'

export interface PanelBoundaryProps {
  /** "Bills could not be shown." */
  message: string
  retryLabel: string
  onError?: (error: Error, info: ErrorInfo) => void
  children: ReactNode
}

/** One broken panel leaves the others standing; says what happened and offers to try again. */
export class PanelBoundary extends Component<PanelBoundaryProps, {error: Error | undefined}> {
  override state: {error: Error | undefined} = {error: undefined}

  static getDerivedStateFromError(error: unknown): {error: Error} {
    return {error: error instanceof Error ? error : new Error(String(error))}
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    this.props.onError?.(error, info)
  }

  retry = (): void => this.setState({error: undefined})

  override render(): ReactNode {
    if (this.state.error === undefined) return this.props.children
    return (
      <Card border padding={4} radius={3} role="alert" tone="critical">
        <Stack gap={4}>
          <Text size={1} weight="medium">
            {this.props.message}
          </Text>
          <Text size={1}>{this.state.error.message}</Text>
          <div>
            <Button mode="ghost" onClick={this.retry} text={this.props.retryLabel} />
          </div>
        </Stack>
      </Card>
    )
  }
}
