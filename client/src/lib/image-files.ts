export const imageTypes = 'image/png,image/jpeg,image/webp'

export function isImage(file: File): boolean {
  return /^image\/(png|jpeg|webp)$/.test(file.type) || /\.(png|jpe?g|webp)$/i.test(file.name)
}
