package io.portico.installation;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Which database to use, and how.
 *
 * @param external the host's own PostgreSQL; empty for the embedded one
 * @param pool how many connections one node holds at most
 * @param durable false only in tests: the embedded database then forgets what a crash interrupts
 * @param binaries the folder where PostgreSQL's programs are unpacked once
 */
record DatabaseSettings(Optional<DatabaseAddress> external, int pool, boolean durable, Path binaries) {}
