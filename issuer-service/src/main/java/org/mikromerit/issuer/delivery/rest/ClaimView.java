package org.mikromerit.issuer.delivery.rest;

import java.util.UUID;

/** What was claimed; it is in the learner's portfolio as soon as the registry has heard of it. */
record ClaimView(UUID credentialId) {}
