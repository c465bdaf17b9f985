import { Component, type ErrorInfo, type ReactNode } from 'react'
import { Button } from './Button.tsx'
import styles from './ErrorBoundary.module.css'
import { Icon } from './Icon.tsx'

export interface ErrorBoundaryProps {
  /** The panel's name, as a heading would have it: "Balance". */
  name: string
  /** Puts right what may have caused the crash; the panel is tried again after it. */
  onReset?: (() => void) | undefined
  /** Hears of each crash, to record it. */
  onError?: ((error: unknown, info: ErrorInfo) => void) | undefined
  children: ReactNode
}

interface ErrorBoundaryState {
  crash: { error: unknown } | null
}

/** Keeps a crash inside its panel: the other panels live on, and this one can be tried again. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { crash: null }

  static getDerivedStateFromError(error: unknown): ErrorBoundaryState {
    return { crash: { error } }
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    this.props.onError?.(error, info)
  }

  reset = (): void => {
    this.props.onReset?.()
    this.setState({ crash: null })
  }

  override render(): ReactNode {
    const { crash } = this.state
    if (!crash) return this.props.children
    const { error } = crash
    return (
      <div className={styles.panel} role="alert">
        <Icon name="warning" className={styles.icon} />
        <div className={styles.body}>
          <p className={styles.name}>{this.props.name}</p>
          <p>This panel stopped working. The rest of the page goes on.</p>
          {error instanceof Error && error.message && <p className={styles.message}>{error.message}</p>}
          <Button
            icon="reset"
            className={styles.reset}
            aria-label={`Reset ${this.props.name}`}
            onClick={this.reset}
          >
            Reset
          </Button>
        </div>
      </div>
    )
  }
}
