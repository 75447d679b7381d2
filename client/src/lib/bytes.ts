const units = ['bytes', 'kB', 'MB', 'GB', 'TB']

/** Bytes with one decimal where it helps, in powers of a thousand as disks are sold: "1.4 GB". */
export function formatBytes(bytes: number): string {
  const step = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3))
  const value = bytes / 1000 ** step
  return `${step === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${units[step] ?? 'bytes'}`
}
