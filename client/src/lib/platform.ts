const apple = /mac|iphone|ipad/i.test(navigator.userAgent)

/** The name of the key that commands are pressed with here. */
export const commandKey = apple ? '⌘' : 'Ctrl'

/** Whether a key press goes to a field, where letters are text and not commands. */
export function isTyping(event: KeyboardEvent): boolean {
  const target = event.target
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName)
}
