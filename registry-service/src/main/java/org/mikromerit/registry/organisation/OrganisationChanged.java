package org.mikromerit.registry.organisation;

/** An organisation has changed, told to our other features within the transaction that did it. */
public record OrganisationChanged(Organisation organisation) {}
