// Loaded into every part of the program before its own code: when the launcher is gone, however it went, so is the
// part. The channel closes with the launcher's process, even after kill -9.
if (process.channel) {
  process.once('disconnect', () => {
    process.kill(process.pid, 'SIGTERM');
    setTimeout(() => process.exit(1), 6_000).unref();
  });
  // Being on a leash is no reason to stay alive.
  process.channel.unref();
}
