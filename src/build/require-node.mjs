// Plain JavaScript, so that an old Node can say what is wrong instead of stumbling over TypeScript.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 24 || (major === 24 && minor < 15)) {
  console.error(`This needs Node 24.15 or newer and runs on ${process.versions.node}: install Node 24.`);
  process.exit(1);
}
