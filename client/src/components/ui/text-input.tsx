import type { ComponentProps } from 'react'
import { cx } from '@/lib/cx'

export function TextInput({ className, type = 'text', ...rest }: ComponentProps<'input'>) {
  return <input type={type} className={cx('control w-full', className)} {...rest} />
}
