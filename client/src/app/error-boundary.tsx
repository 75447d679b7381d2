import { Component, type ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'

/** Catches what a page breaks on. The rest of the studio, and everything on the server, goes on. */
export class ErrorBoundary extends Component<{ children: ReactNode; resetOn?: string }, { broken: Error | undefined }> {
  override state: { broken: Error | undefined } = { broken: undefined }

  static getDerivedStateFromError(broken: unknown) {
    return { broken: broken instanceof Error ? broken : new Error(String(broken)) }
  }

  override componentDidUpdate(before: { resetOn?: string }) {
    if (this.state.broken && before.resetOn !== this.props.resetOn) this.setState({ broken: undefined })
  }

  override render() {
    const { broken } = this.state
    if (!broken) return this.props.children
    // After an update of the studio, the files that an open page still wants are gone.
    const old = /dynamically imported module|importing a module|preload/i.test(broken.message)
    return (
      <div className="mx-auto max-w-xl py-10">
        <Notice
          role="alert"
          tone="attention"
          title={old ? 'This page could not be loaded' : 'This page broke'}
          actions={<Button onClick={() => location.reload()}>Load it again</Button>}
        >
          {old
            ? 'The studio was updated or the connection was lost in the middle. Loading the page again mends both.'
            : 'Your clips and orders are safe: they are kept on the server, which is not touched by this. Load the page again.'}
        </Notice>
      </div>
    )
  }
}
