// Before the first paint, so that a chosen theme never flashes the other one. A file, because the policy forbids inline script.
try {
  const theme = localStorage.getItem('studio.theme')
  if (theme === 'dark' || theme === 'light') document.documentElement.dataset.theme = theme
} catch {
  // Storage is blocked: the system's theme it is.
}
