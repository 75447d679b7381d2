import { useState } from 'react'

export type FieldErrors<Values> = Partial<Record<keyof Values & string, string>>

/** The values of a small form and what is wrong with them. Nothing is told before it was tried to be sent. */
export function useForm<Values extends object>(initial: Values, check: (values: Values) => FieldErrors<Values>) {
  const [values, setValues] = useState(initial)
  const [errors, setErrors] = useState<FieldErrors<Values>>({})

  const set = <Key extends keyof Values & string>(key: Key, value: Values[Key]) => {
    setValues((now) => ({ ...now, [key]: value }))
    setErrors((now) => (now[key] === undefined ? now : { ...now, [key]: undefined }))
  }
  /** Sends the values when nothing is wrong with them. */
  const submit = (send: (values: Values) => void) => {
    const found = check(values)
    setErrors(found)
    if (Object.values(found).every((error) => error === undefined)) send(values)
  }
  const reset = () => {
    setValues(initial)
    setErrors({})
  }
  return { values, errors, set, submit, reset }
}
