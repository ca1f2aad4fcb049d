package org.mikromerit.platform.postgres;

/**
 * One service's database and its two roles.
 *
 * @param owner owns the schema and migrates it
 * @param app what the service runs as; owns nothing
 */
public record Database(
    String name,
    String jdbcUrl,
    String owner,
    String ownerPassword,
    String app,
    String appPassword) {}
