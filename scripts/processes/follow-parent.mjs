/**
 * Loaded with --import into a child: when the parent is gone, however it ended, the child is told to stop and, when it
 * does not within 25 seconds, ends. So that no process stays behind.
 */
if (process.channel) {
  process.on('disconnect', () => {
    process.kill(process.pid, 'SIGTERM')
    setTimeout(() => process.exit(1), 25_000).unref()
  })
  process.channel.unref()
}
