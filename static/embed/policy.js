// What the host's content security policy refuses, and what must stand in it instead.

/**
 * Runs `work` and gives the violations of the host's policy that happened meanwhile, besides its outcome.
 * A violation is told in a task after the one that caused it, so a failure waits for that.
 */
export async function watchingPolicy(work) {
  const violations = [];
  const note = (event) => violations.push(event);
  document.addEventListener("securitypolicyviolation", note);
  try {
    return await work();
  } catch (error) {
    await new Promise((resolve) => setTimeout(() => setTimeout(resolve)));
    error.violations = violations;
    throw error;
  } finally {
    document.removeEventListener("securitypolicyviolation", note);
  }
}

/** The directive `name` of a policy with `source` added: `script-src 'self' 'wasm-unsafe-eval'`. */
export function directiveWith(policy, name, source) {
  const directives = policy.split(";").map((directive) => directive.trim().split(/\s+/));
  const find = (wanted) => directives.find(([first]) => first.toLowerCase() === wanted);
  const [, ...sources] = find(name) ?? find("default-src") ?? [name];
  const kept = sources.filter((one) => one !== "'none'");
  return [name, ...(kept.includes(source) ? kept : [...kept, source])].join(" ");
}
