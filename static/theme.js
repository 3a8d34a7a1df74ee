// Puts the remembered theme on the page before it is painted. src/platform/theme.rs writes the same name.
try {
  const theme = localStorage.getItem("outage-lens-theme");
  if (theme === "light" || theme === "dark") {
    document.documentElement.dataset.theme = theme;
  }
} catch {
  // A sandboxed frame has no storage: the system's theme it is.
}
