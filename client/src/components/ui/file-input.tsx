import type { Ref } from 'react'

interface FileInputProps {
  ref: Ref<HTMLInputElement>
  /** What the files are for, for tests: "song". */
  part: string
  accept: string
  multiple?: boolean | undefined
  onFiles: (files: readonly File[]) => void
}

/** The browser's own choosing of files, out of sight: a button clicks it. */
export function FileInput({ ref, part, accept, multiple, onFiles }: FileInputProps) {
  return (
    <input
      ref={ref}
      type="file"
      hidden
      aria-hidden
      tabIndex={-1}
      data-testid={`${part}-file`}
      accept={accept}
      multiple={multiple}
      onChange={(event) => {
        const files = [...(event.target.files ?? [])]
        // The same file may be chosen again after it was removed.
        event.target.value = ''
        if (files.length > 0) onFiles(files)
      }}
    />
  )
}
