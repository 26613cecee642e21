const oldest = { major: 24, minor: 15 };

/** Stops with one sentence on a Node that lacks what the store needs. Every entry calls it before it loads anything. */
export function requireNode(version: string = process.versions.node): void {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > oldest.major || (major === oldest.major && minor >= oldest.minor)) return;
  console.error(`This needs Node ${oldest.major}.${oldest.minor} or newer and runs on ${version}: install Node 24.`);
  process.exit(1);
}
