/** The same rules as the server's, told before anything is sent. */

export const passwordHint = 'At least 10 characters. A few unrelated words are easy to keep and hard to guess.'

export function checkEmail(email: string): string | undefined {
  return /^\S+@\S+$/.test(email.trim()) ? undefined : 'Give an email address, like name@example.com.'
}

export function checkName(name: string): string | undefined {
  return name.trim() ? undefined : 'Say what to call you.'
}

export function checkNewPassword(password: string): string | undefined {
  return password.length >= 10 ? undefined : `Take at least 10 characters; these are ${password.length}.`
}
