import type { ComponentProps } from 'react'
import { cx } from '@/lib/cx'

/**
 * A text field that grows with its text, up to most of the screen. An invisible copy of the text gives the height, which
 * needs no measuring and so never lags behind typing.
 */
export function TextArea({ className, value, minRows = 3, ...rest }: TextAreaProps) {
  return (
    <div className={cx('grid max-h-[60dvh]', className)}>
      <div aria-hidden className="control pointer-events-none invisible col-start-1 row-start-1 whitespace-pre-wrap">
        {`${value}\n`}
      </div>
      <textarea
        value={value}
        rows={minRows}
        className="control col-start-1 row-start-1 h-full w-full resize-none overflow-y-auto"
        {...rest}
      />
    </div>
  )
}

export interface TextAreaProps extends Omit<ComponentProps<'textarea'>, 'value'> {
  value: string
  minRows?: number
}
