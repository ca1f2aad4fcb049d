package org.mikromerit.credential.definition;

/** How the learner takes part. */
public record Participation(ParticipationMode mode, LearningSetting setting) {}
