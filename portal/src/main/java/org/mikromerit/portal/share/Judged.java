package org.mikromerit.portal.share;

import org.mikromerit.portal.reach.Reached;
import org.mikromerit.portal.share.Sharing.Document;
import org.mikromerit.portal.verify.Verdict;

/** A shown document, and whether to believe it. */
public record Judged(Document document, Reached<Verdict> verdict) {}
