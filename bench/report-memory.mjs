// Preloaded into a process that a measurement starts (node --import): answers every message with the most memory that the
// process has held since it began, in bytes.
process.on('message', () => process.send(process.resourceUsage().maxRSS * 1024));
process.channel.unref();
