package org.mikromerit.issuer.status;

import java.util.UUID;

/**
 * One bit of one list: where a credential's status is published. It is used for one credential and
 * never again.
 */
public record StatusPlace(UUID list, int index) {}
