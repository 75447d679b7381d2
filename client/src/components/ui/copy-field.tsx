import { Check, Copy } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import { Button } from './button'

/** Text to take away, with a button that copies it. Over plain http the clipboard is closed: then it is selected instead. */
export function CopyField({ label, value, hint }: { label: string; value: string; hint?: string }) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [copied, setCopied] = useState<'no' | 'yes' | 'selected'>('no')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value)
      setCopied('yes')
    } catch {
      input.current?.focus()
      input.current?.select()
      setCopied('selected')
    }
  }
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      <div className="flex gap-2">
        <input ref={input} id={id} readOnly value={value} className="control w-full min-w-0 font-mono text-sm" />
        <Button onClick={() => void copy()}>
          {copied === 'yes' ? <Check aria-hidden className="size-4" /> : <Copy aria-hidden className="size-4" />}
          {copied === 'yes' ? 'Copied' : 'Copy'}
        </Button>
      </div>
      <p role="status" className="text-sm text-ink-faint">
        {copied === 'selected'
          ? `Selected: press ${/mac/i.test(navigator.userAgent) ? '⌘' : 'Ctrl'} C to copy it.`
          : hint}
      </p>
    </div>
  )
}
